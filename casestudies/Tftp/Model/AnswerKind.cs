namespace Tftp.Model;

/// <summary>What the client of a transfer sends.</summary>
public enum AnswerKind
{
    /// <summary>A block, or with 0 the options, has arrived.</summary>
    Ack,

    /// <summary>The client gives up.</summary>
    Failure,

    /// <summary>Any other packet.</summary>
    Other,
}
