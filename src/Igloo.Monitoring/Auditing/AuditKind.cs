namespace Igloo.Monitoring.Auditing;

/// <summary>What a line of an audit log says.</summary>
public enum AuditKind
{
    /// <summary>The monitor was started.</summary>
    Start,

    /// <summary>An output is about to be made. Whether it happened is said by a later line, or unknown.</summary>
    Intent,

    /// <summary>The output was made.</summary>
    Done,

    /// <summary>The output failed and is taken not to have happened.</summary>
    Failed,

    /// <summary>The output failed, and whether it happened stays unknown.</summary>
    Unknown,

    /// <summary>An operation with inputs was completed.</summary>
    Input,

    /// <summary>An internal event was reported.</summary>
    Internal,

    /// <summary>An action was not permitted, and did not happen.</summary>
    Violation,

    /// <summary>An action was not permitted and happened all the same, because it was only observed.</summary>
    Observed,

    /// <summary>What is known of the model's state: the first line of a file that continues another, or a new beginning after a divergence.</summary>
    State,

    /// <summary>The monitor was disposed of.</summary>
    Stop,
}
