using Igloo.Exploring;

namespace Igloo.Proving.Counterexamples.Classifying;

/// <summary>A deterministic bound on the work of searches: pairs of state and event that are tried.</summary>
/// <param name="Steps">The pairs that all searches together may try.</param>
internal sealed record ExplorationBudget(long Steps)
{
    private const int MinStates = 20;

    private long left = Steps;

    /// <summary>Whether another search is worth beginning.</summary>
    internal bool IsSpent => left <= 0;

    /// <summary>The limits of the next search.</summary>
    /// <param name="events">The number of events that are tried in each state.</param>
    internal ExplorationOptions Options(int events) =>
        new() { MaxStates = (int)Math.Clamp(left / Math.Max(1, events), MinStates, 100_000) };

    /// <summary>Notes what a search has visited.</summary>
    internal void Spend(int states, int events) => left -= (long)states * Math.Max(1, events);
}
