namespace Igloo.Exploring.Simulating;

/// <summary>How many random walks, how long, and which.</summary>
public sealed record SimulationOptions
{
    /// <summary>The seed; the same one gives the same walks.</summary>
    public int Seed { get; init; }

    /// <summary>How many walks.</summary>
    public int Walks { get; init; } = 100;

    /// <summary>The largest number of events in a walk.</summary>
    public int MaxSteps { get; init; } = 100;

    /// <summary>Ends the simulation with what it has found so far.</summary>
    public CancellationToken Cancellation { get; init; }
}
