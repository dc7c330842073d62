using Igloo.Exploring;

namespace Igloo.Proving.Counterexamples.Classifying;

/// <summary>
/// A deterministic bound on the work of searches: pairs of state and event that are tried, and states. A world whose sequences, bags or
/// numbers grow has no end, and each state of it is dearer than the one before.
/// </summary>
/// <param name="Steps">The pairs that all searches together may try.</param>
/// <param name="States">The states that all searches together may visit.</param>
/// <param name="Depth">The number of events in a row that each search follows.</param>
internal sealed record ExplorationBudget(long Steps, long States, int Depth)
{
    private const int MinStates = 20;

    private long steps = Steps;
    private long states = States;

    /// <summary>Whether another search is worth beginning.</summary>
    internal bool IsSpent => steps <= 0 || states <= 0;

    /// <summary>The limits of the next search.</summary>
    /// <param name="events">The number of events that are tried in each state.</param>
    internal ExplorationOptions Options(int events) => Limits(states, steps, events);

    /// <summary>The limits of a search that leaves half of the work to those after it.</summary>
    /// <param name="events">The number of events that are tried in each state.</param>
    internal ExplorationOptions Half(int events) => Limits(states / 2, steps / 2, events);

    /// <summary>Notes what a search has visited.</summary>
    internal void Spend(int visited, int events)
    {
        steps -= (long)visited * Math.Max(1, events);
        states -= visited;
    }

    private ExplorationOptions Limits(long states, long steps, int events) =>
        new() { MaxStates = (int)Math.Max(MinStates, Math.Min(states, steps / Math.Max(1, events))), MaxDepth = Depth, Engine = ExplorationEngine.Reference };
}
