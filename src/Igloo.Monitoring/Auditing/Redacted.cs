namespace Igloo.Monitoring.Auditing;

/// <summary>What a redaction puts in the place of a value that the log does not say.</summary>
/// <remarks>
/// A check tries every value that fits. What is accepted is then accepted for some values of what is hidden, and what fits no value that
/// occurs is inconclusive, never rejected.
/// </remarks>
public sealed class Redacted
{
    private Redacted()
    {
    }

    /// <summary>The only instance.</summary>
    public static Redacted Value { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "redacted";
}
