namespace Igloo.Proving.Counterexamples;

/// <summary>What the analysis of a counterexample may spend. Bounds on work and not on time, so that every machine gets the same answer.</summary>
public sealed record AnalysisOptions
{
    /// <summary>The defaults.</summary>
    public static AnalysisOptions Default { get; } = new();

    /// <summary>The pairs of state and event that all searches together try. Default 200,000, about a tenth of a second.</summary>
    public long ExplorationSteps { get; init; } = 200_000;

    /// <summary>The states that all searches together visit. Default 5,000, at most a few seconds where states grow without end.</summary>
    public int ExplorationStates { get; init; } = 5_000;

    /// <summary>The number of events in a row that each search follows. Default 100: a world that grows in one direction is no reason to follow it far.</summary>
    public int ExplorationDepth { get; init; } = 100;

    /// <summary>The largest shipped instances that are explored and compared with the world. Default 4.</summary>
    public int LargestInstance { get; init; } = 4;
}
