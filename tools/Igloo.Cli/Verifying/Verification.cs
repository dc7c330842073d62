using System.Collections.Immutable;
using Igloo.Cli.Targets;
using Igloo.Proving;

namespace Igloo.Cli.Verifying;

/// <summary>The result of <c>igloo verify</c>.</summary>
/// <param name="Models">What was verified.</param>
/// <param name="Options">How.</param>
/// <param name="Solver">The solver that was used.</param>
/// <param name="Subjects">What was found, in the order of the obligations.</param>
/// <param name="Time">The time from the loaded assembly to the last verdict.</param>
internal sealed record Verification(
    ModelAssembly Models,
    VerificationOptions Options,
    SolverIdentity Solver,
    ImmutableArray<SubjectResult> Subjects,
    TimeSpan Time)
{
    /// <summary>All obligations with their verdicts.</summary>
    public IEnumerable<ObligationResult> Results => Subjects.SelectMany(s => s.Results);

    /// <summary>The verdict on everything together.</summary>
    public Outcome Outcome =>
        Subjects.Any(s => s.Outcome == Outcome.Refuted) ? Outcome.Refuted
        : Subjects.Any(s => s.Outcome == Outcome.Failed) ? Outcome.Failed
        : Subjects.Any(s => s.Outcome == Outcome.Unknown) ? Outcome.Unknown
        : Outcome.Holds;

    /// <summary>The exit code that says the same.</summary>
    public int ExitCode => Outcome switch
    {
        Outcome.Holds => Cli.ExitCode.Holds,
        Outcome.Refuted => Cli.ExitCode.Refuted,
        Outcome.Failed => Cli.ExitCode.Failure,
        _ => Cli.ExitCode.Unknown,
    };
}
