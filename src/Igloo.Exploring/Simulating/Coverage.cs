using System.Collections.Immutable;

namespace Igloo.Exploring.Simulating;

/// <summary>What has happened in walks.</summary>
/// <param name="Events">Every kind of event with the number of its occurrences.</param>
/// <param name="Conditions">
/// The conjuncts of guards and the tests of branches of <c>Next</c> and of what it calls, each with how often it held; empty where the model has no
/// terms. A function that was never called contributes nothing.
/// </param>
public sealed record Coverage(ImmutableArray<EventCount> Events, ImmutableArray<ConditionCoverage> Conditions)
{
    /// <summary>The kinds of events that never occurred.</summary>
    public IEnumerable<EventCount> NeverOccurred => Events.Where(e => e.Count == 0);

    /// <summary>The conditions that were not seen both ways.</summary>
    public IEnumerable<ConditionCoverage> Uncovered => Conditions.Where(c => !c.IsCovered);

    /// <summary>How much was covered, and a line for each thing that was not.</summary>
    public override string ToString() => string.Join('\n', (IEnumerable<string>)
    [
        $"coverage: {Events.Count(e => e.Count > 0)} of {Events.Length} events, {Conditions.Count(c => c.IsCovered)} of {Conditions.Length} conditions both ways",
        .. NeverOccurred.Select(e => $"  never occurred: {e.Name}"),
        .. Uncovered.Select(c => $"  {c}"),
    ]);
}
