using System.Collections.Immutable;
using Igloo.Proving;
using Igloo.Proving.Counterexamples;
using Igloo.Theories;

namespace Igloo.Cli.Verifying;

/// <summary>Everything that was found about one model, refinement or theory.</summary>
/// <param name="Subject">The class.</param>
/// <param name="Results">Its obligations with their verdicts.</param>
/// <param name="Reports">What the counterexample of each refuted obligation means.</param>
/// <param name="Explored">What exploration found; null where there is nothing to explore.</param>
internal sealed record SubjectResult(Type Subject, ImmutableArray<ObligationResult> Results, ImmutableDictionary<Obligation, CounterexampleReport> Reports, ExplorationSummary? Explored)
{
    /// <summary>Its name as messages print it.</summary>
    public string Name => Subject.Name.Split('`')[0];

    /// <summary>Whether it is a theory: assumptions, rather than something to prove.</summary>
    public bool IsTheory => Subject.IsAssignableTo(typeof(ITheory));

    /// <summary>The verdict on all of it.</summary>
    public Outcome Outcome =>
        Results.Any(r => r.Verdict is Verdict.Refuted && !IsOurBug(r)) || Explored?.Failures.Any() == true ? Outcome.Refuted
        : Results.Any(IsOurBug) ? Outcome.Failed
        : Results.Any(r => !r.Holds) || Explored?.IsOpen == true ? Outcome.Unknown
        : Outcome.Holds;

    /// <summary>
    /// The messages of what does not hold. A run that exploration found comes first, unless a counterexample shows one as well: a
    /// violation that is reached says more than a step from a state that perhaps is not.
    /// </summary>
    /// <param name="full">All messages, without the limit on lines.</param>
    public IEnumerable<string> Messages(bool full) =>
        (full || Reports.Values.All(r => r.Classification != Classification.RealBug) ? Explored?.Failures ?? [] : [])
            .Concat(Results.Where(r => r.Verdict is not Verdict.Proved).Select(r => FailureText.Of(r, Reports.GetValueOrDefault(r.Obligation), full)));

    private bool IsOurBug(ObligationResult result) =>
        Reports.TryGetValue(result.Obligation, out var report) && report.Classification == Classification.OurBug;
}
