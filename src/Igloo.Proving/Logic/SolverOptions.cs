namespace Igloo.Proving.Logic;

/// <summary>What a check may spend. Immutable.</summary>
public sealed record SolverOptions
{
    /// <summary>The defaults.</summary>
    public static SolverOptions Default { get; } = new();

    /// <summary>
    /// The work a check may do, in Z3's deterministic unit: 2,000,000 is about a quarter of a second. Default 20,000,000;
    /// 0 for no limit. A check that exceeds it is undetermined, on every machine alike.
    /// </summary>
    public uint ResourceLimit { get; init; } = 20_000_000;

    /// <summary>The solver's random seed; default 0.</summary>
    public uint Seed { get; init; }

    /// <summary>
    /// After how much time a check is stopped by force. It guards against defects of the solver, not against hard formulas:
    /// that it fires is a failure of the tool and no verdict. Default one minute.
    /// </summary>
    public TimeSpan Watchdog { get; init; } = TimeSpan.FromMinutes(1);
}
