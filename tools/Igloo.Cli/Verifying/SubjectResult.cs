using System.Collections.Immutable;
using Igloo.Proving;

namespace Igloo.Cli.Verifying;

/// <summary>Everything that was found about one model, refinement or theory.</summary>
/// <param name="Subject">The class.</param>
/// <param name="Results">Its obligations with their verdicts.</param>
/// <param name="Explored">What exploration found; null where there is nothing to explore.</param>
internal sealed record SubjectResult(Type Subject, ImmutableArray<ObligationResult> Results, ExplorationSummary? Explored)
{
    /// <summary>Its name as messages print it.</summary>
    public string Name => Subject.Name.Split('`')[0];

    /// <summary>The verdict on all of it.</summary>
    public Outcome Outcome =>
        Results.Any(r => r.Verdict is Verdict.Refuted) || Explored?.Failures.Any() == true ? Outcome.Refuted
        : Results.Any(r => !r.Holds) || Explored?.MissedGoals.Any() == true ? Outcome.Unknown
        : Outcome.Holds;
}
