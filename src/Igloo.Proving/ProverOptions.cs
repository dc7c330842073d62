namespace Igloo.Proving;

/// <summary>What the prover may spend, and what it leaves behind. Immutable.</summary>
public sealed record ProverOptions
{
    /// <summary>The defaults.</summary>
    public static ProverOptions Default { get; } = new();

    /// <summary>The work that each query may do, in the solver's deterministic unit: every machine gets the same verdict. 0 for no limit.</summary>
    public uint ResourceLimit { get; init; } = 20_000_000;

    /// <summary>The random seed.</summary>
    public uint Seed { get; init; }

    /// <summary>After how much time a query is stopped by force. That it fires is a <see cref="ToolFailureException"/>.</summary>
    public TimeSpan Watchdog { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The largest worlds in which a counterexample or a witness is looked for.</summary>
    public int LargestWorld { get; init; } = 4;

    /// <summary>The number of queries that run at the same time; by default one for each core.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>A folder for the queries as SMT-LIB files, or null.</summary>
    public string? DumpFolder { get; init; }

    /// <summary>A folder for verdicts of earlier runs, or null for no cache.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>The path of a cvc5 executable that must not contradict any proof, or null. Verdicts of earlier runs are not used then.</summary>
    public string? CrossCheck { get; init; }

    /// <summary>After how much time the second solver is stopped on a query.</summary>
    public TimeSpan CrossCheckTimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Under how many seeds each proof must succeed, at least 1; one that does not is unknown.</summary>
    public int Stability { get; init; } = 1;
}
