namespace Tftp.Model;

/// <summary>A packet that the receiver of a file sends.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">The number of the acknowledged block, 0 for the options; the code of the error.</param>
public sealed record Answer(AnswerKind Kind, int Number)
{
    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        AnswerKind.Ack => $"ACK {Number}",
        AnswerKind.Failure => $"ERROR {Number}",
        _ => "other",
    };
}
