namespace Tftp.Model;

/// <summary>A packet that the receiver of a file sends.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">The number of the acknowledged block, 0 for the options or for a request to write; the code of the error; 0 for the rest.</param>
/// <param name="Options">The accepted options; none for the rest.</param>
public sealed record Answer(AnswerKind Kind, int Number, Options Options)
{
    /// <summary>A block has arrived.</summary>
    /// <param name="number">Its number.</param>
    public static Answer Ack(int number) => new(AnswerKind.Ack, number, Options.None);

    /// <summary>An error.</summary>
    /// <param name="code">Its code.</param>
    public static Answer Failure(int code) => new(AnswerKind.Failure, code, Options.None);

    /// <summary>Options of a request to write are accepted.</summary>
    /// <param name="accepted">Which.</param>
    public static Answer OptionAck(Options accepted) => new(AnswerKind.OptionAck, 0, accepted);

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        AnswerKind.Ack => $"ACK {Number}",
        AnswerKind.Failure => $"ERROR {Number}",
        AnswerKind.OptionAck => $"OACK {Options}",
        _ => "other",
    };
}
