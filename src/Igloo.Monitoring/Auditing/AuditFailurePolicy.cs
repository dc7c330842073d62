namespace Igloo.Monitoring.Auditing;

/// <summary>What happens when an event cannot be recorded, for instance because the disk is full.</summary>
public enum AuditFailurePolicy
{
    /// <summary>
    /// It does not happen: an output is not made, an input is not handed over, an internal event is refused, each with an
    /// <see cref="IOException"/> to the caller and the model's state unchanged. Once there is room again the log goes on without a gap.
    /// </summary>
    Refuse,

    /// <summary>It happens, and nothing is recorded from then on: the log is that of the beginning of the run, and the health says so.</summary>
    Continue,
}
