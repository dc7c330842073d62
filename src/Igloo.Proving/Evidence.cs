namespace Igloo.Proving;

/// <summary>What a verdict rests on.</summary>
/// <param name="Method">How it was decided.</param>
/// <param name="Solver">The solver and its version, such as <c>Z3 4.8.12</c>; empty where none was asked.</param>
/// <param name="Seed">The random seed.</param>
/// <param name="ResourceCount">The work in the solver's deterministic unit.</param>
/// <param name="Time">The time that it took, when it was computed.</param>
/// <param name="Queries">The number of queries to the solver.</param>
/// <param name="IsCached">Whether an earlier run computed it.</param>
public sealed record Evidence(
    EvidenceMethod Method,
    string Solver,
    uint Seed,
    long ResourceCount,
    TimeSpan Time,
    int Queries,
    bool IsCached)
{
    /// <summary>The part of the time that the solver itself took, over all queries; without translation to its terms and back.</summary>
    public TimeSpan SolverTime { get; init; }

    /// <summary>The second solver's name and version if it was asked; empty otherwise.</summary>
    public string SecondSolver { get; init; } = string.Empty;

    /// <summary>How many proofs of the first solver the second was asked to confirm.</summary>
    public int SecondSolverAsked { get; init; }

    /// <summary>With how many of them it agreed; of the others it did not know. A contradiction is no evidence but a <see cref="ToolFailureException"/>.</summary>
    public int SecondSolverAgreed { get; init; }

    /// <summary>Under how many seeds the proof succeeded.</summary>
    public int Seeds { get; init; } = 1;

    /// <summary>The SHA-256 of the solver library; empty where none was asked. Computed at the first call in a process.</summary>
    public string SolverHash => Solver.Length == 0 ? string.Empty : Z3.SolverLibrary.Current.Sha256;
}
