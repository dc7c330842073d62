namespace Igloo.Exploring;

/// <summary>How far a running search has come.</summary>
/// <param name="States">The number of different states visited.</param>
/// <param name="Generated">Initial states, and one for each enabled pair of state and event.</param>
/// <param name="StatesPerSecond">Different states a second since the search began or was resumed.</param>
/// <param name="Queue">The number of states visited but not yet expanded.</param>
/// <param name="Depth">The level that is being expanded, the initial states being the first; depth-first the length of the run followed.</param>
/// <param name="MemoryBytes">The memory that the process uses for objects.</param>
/// <param name="CollisionOdds">The probability so far that two different states were taken for one; null where full states are stored.</param>
/// <param name="Remaining">An estimate of the time left, from the way the levels grow or shrink; null where there is no basis for one.</param>
/// <param name="Elapsed">The time since the search began or was resumed.</param>
public sealed record ExplorationProgress(
    int States,
    long Generated,
    double StatesPerSecond,
    long Queue,
    int Depth,
    long MemoryBytes,
    double? CollisionOdds,
    TimeSpan? Remaining,
    TimeSpan Elapsed);
