namespace Igloo.Exploring;

/// <summary>How far a search goes. A search that meets a limit says so and claims nothing about the rest.</summary>
public sealed record ExplorationOptions
{
    /// <summary>No limits.</summary>
    public static ExplorationOptions Unlimited { get; } = new();

    /// <summary>The largest number of different states to visit, or null.</summary>
    public int? MaxStates { get; init; }

    /// <summary>The largest number of breadth-first levels, the initial states being the first; or null.</summary>
    public int? MaxDepth { get; init; }

    /// <summary>Ends the search with the partial result.</summary>
    public CancellationToken Cancellation { get; init; }
}
