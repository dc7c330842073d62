namespace Igloo.Testing;

/// <summary>What random runs covered. A report is no proof.</summary>
/// <param name="Runs">The number of runs.</param>
/// <param name="Steps">The number of events in them.</param>
/// <param name="Instances">The number of different instances.</param>
/// <param name="Events">How often each event occurred, by name.</param>
public sealed record RandomRunReport(int Runs, long Steps, int Instances, IReadOnlyDictionary<string, long> Events)
{
    /// <summary>One line.</summary>
    public override string ToString() =>
        $"{Runs:N0} random runs on {Instances} instances, {Steps:N0} events: "
        + string.Join(", ", Events.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key} {e.Value:N0}"));
}
