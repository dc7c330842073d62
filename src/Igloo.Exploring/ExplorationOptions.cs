namespace Igloo.Exploring;

/// <summary>How a search proceeds and how far it goes. A search that meets a limit says so and claims nothing about the rest.</summary>
public sealed record ExplorationOptions
{
    /// <summary>No limits.</summary>
    public static ExplorationOptions Unlimited { get; } = new();

    /// <summary>The largest number of different states to visit, or null.</summary>
    public int? MaxStates { get; init; }

    /// <summary>The largest number of levels, the initial states being the first; or null. Depth-first the longest run, in states.</summary>
    public int? MaxDepth { get; init; }

    /// <summary>The most memory, in bytes, that the process may use for objects before the search ends; or null.</summary>
    public long? MaxMemory { get; init; }

    /// <summary>Ends the search with the partial result.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The order of visiting.</summary>
    public SearchStrategy Strategy { get; init; } = SearchStrategy.BreadthFirst;

    /// <summary>How many threads expand states, at least 1. The result of a search that is not cut does not depend on it.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>How visited states are remembered.</summary>
    public StateStorage Storage { get; init; } = StateStorage.FullStates;

    /// <summary>What computes the steps.</summary>
    public ExplorationEngine Engine { get; init; } = ExplorationEngine.Automatic;

    /// <summary>What a state without enabled events means.</summary>
    public DeadlockPolicy Deadlocks { get; init; } = DeadlockPolicy.Report;

    /// <summary>Is told how the search proceeds, a few times a second and at the end.</summary>
    public IProgress<ExplorationProgress>? Progress { get; init; }

    /// <summary>The file that a search which is cut is written to, so that it can be resumed; null for none. Breadth-first only.</summary>
    /// <remarks>Properties over the past are checked from the beginning again after resuming.</remarks>
    public string? CheckpointFile { get; init; }

    /// <summary>Whether to go on from <see cref="CheckpointFile"/> instead of from the initial states.</summary>
    public bool Resume { get; init; }

    /// <summary>Refuses options that contradict each other.</summary>
    internal void Validate()
    {
        if (Workers < 1) throw new ArgumentException("A search needs at least one worker.");
        if (Resume && CheckpointFile is null) throw new ArgumentException("To resume, name the checkpoint file.");
        if (CheckpointFile is not null && Strategy != SearchStrategy.BreadthFirst) throw new ArgumentException("Only a breadth-first search can be resumed.");
        if (Strategy == SearchStrategy.DepthFirst && Workers > 1) throw new ArgumentException("A depth-first search has one worker.");
    }

    /// <summary>Refuses what only a search of one system's states supports.</summary>
    internal void ValidateForPairs()
    {
        Validate();
        if (CheckpointFile is not null) throw new ArgumentException("A search of pairs of states cannot be resumed.");
        if (Storage != StateStorage.FullStates) throw new ArgumentException("A search of pairs of states keeps full states.");
    }
}
