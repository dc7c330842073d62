using System.Collections.Immutable;

namespace Igloo.Viewing;

/// <summary>What an exploration of the instance has found.</summary>
/// <param name="IsComplete">Whether everything reachable was visited. Otherwise nothing is said of the rest.</param>
/// <param name="Cut">What cut it short; empty where it is complete.</param>
/// <param name="States">The number of different states visited.</param>
/// <param name="Generated">Initial states, and one for each enabled pair of state and event.</param>
/// <param name="Depth">The number of breadth-first levels.</param>
/// <param name="Findings">Violations first, then a deadlock, then goals.</param>
/// <param name="NeverEnabled">Events that no visited state enables.</param>
/// <param name="Notes">What else qualifies the result: fields that seem to grow without end, parameters of which only some values were tried.</param>
public sealed record ExplorationView(
    bool IsComplete,
    string Cut,
    int States,
    long Generated,
    int Depth,
    ImmutableArray<FindingView> Findings,
    ImmutableArray<string> NeverEnabled,
    ImmutableArray<string> Notes);
