namespace Igloo.Monitoring.Auditing;

/// <summary>How an audit log is kept in files.</summary>
public sealed record AuditLogOptions
{
    /// <summary>The size in bytes after which the log goes on in a new file. Never by default.</summary>
    /// <remarks>The new file begins with the state of the model, so that it can be checked, and resumed from, without those before it.</remarks>
    public long LargestFile { get; init; } = long.MaxValue;

    /// <summary>How many files are kept; older ones are deleted when a new one has begun, as soon as they can be. At least one; all by default.</summary>
    public int KeptFiles { get; init; } = int.MaxValue;

    /// <summary>What recorded entries survive.</summary>
    public AuditDurability Durability { get; init; }

    /// <summary>Replaces a value, at any depth of an event or a state, by what is recorded instead. Nothing is replaced by default.</summary>
    /// <remarks>
    /// <see cref="Redacted.Value"/> hides a value, and a check tries what fits. A replacement of the same type is checked like any other
    /// value, so different values must stay different. The texts of violations are left out, for they name values. A log of which values
    /// are hidden cannot be resumed from.
    /// </remarks>
    public Func<object, object?>? Redact { get; init; }
}
