namespace Tftp.Model;

/// <summary>What the receiver of a file sends.</summary>
public enum AnswerKind
{
    /// <summary>A block, or with 0 the options, has arrived.</summary>
    Ack,

    /// <summary>It gives up.</summary>
    Failure,

    /// <summary>Any other packet.</summary>
    Other,
}
