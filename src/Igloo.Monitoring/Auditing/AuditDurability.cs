namespace Igloo.Monitoring.Auditing;

/// <summary>What recorded entries survive.</summary>
public enum AuditDurability
{
    /// <summary>The end of the process, however sudden: every entry is with the operating system before the call returns.</summary>
    Process,

    /// <summary>
    /// The end of the machine too: an intent, a start and a state are on the disk before the call returns, and everything before them with
    /// them. Costs a flush of the disk for each output.
    /// </summary>
    Machine,
}
