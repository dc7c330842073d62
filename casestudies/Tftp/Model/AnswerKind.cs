namespace Tftp.Model;

/// <summary>What the receiver of a file sends.</summary>
public enum AnswerKind
{
    /// <summary>A block has arrived; with 0 the options, or a request to write.</summary>
    Ack,

    /// <summary>It gives up.</summary>
    Failure,

    /// <summary>Options of a request to write are accepted (RFC 2347).</summary>
    OptionAck,

    /// <summary>Any other packet.</summary>
    Other,
}
