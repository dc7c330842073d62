using Igloo.Cli.Specifying;
using Igloo.Cli.Verifying;
using Igloo.Models;
using Igloo.Proving;

namespace Igloo.Cli.Reporting;

/// <summary>The rows of (SOUND): each step with its guarantee and its evidence.</summary>
/// <param name="verification">Where the evidence comes from.</param>
internal sealed class SoundnessSteps(Verification verification)
{
    /// <summary>Number, statement, guarantee and evidence of each step, from the property down to the program.</summary>
    public IEnumerable<string[]> Rows(RefinementChain chain)
    {
        var rows = Systems().Concat(Refinements(chain)).Concat(Carried()).Concat(Components()).ToList();
        return rows.Select((r, i) => new[] { $"{i + 1}", r.Statement, r.Guarantee, r.Evidence });
    }

    private IEnumerable<(string Statement, string Guarantee, string Evidence)> Systems() =>
        verification.Subjects.Where(s => s.Subject.IsAssignableTo(typeof(EventSystem)))
            .Select(s => ($"{s.Name} has the properties that it states", Guarantee(s), Evidence(s)));

    private IEnumerable<(string Statement, string Guarantee, string Evidence)> Refinements(RefinementChain chain) =>
        chain.Steps.Select(step =>
        {
            var subject = verification.Subjects.First(s => s.Subject == step.By);
            return ($"{step.Concrete.Name} {(step.IsEquality ? "has the traces of" : "refines")} {step.Abstract.Name}", Guarantee(subject), Evidence(subject));
        });

    private IEnumerable<(string Statement, string Guarantee, string Evidence)> Carried() =>
        verification.Subjects.SelectMany(s => s.Results)
            .Where(r => r.Obligation.Kind == ObligationKind.Transport)
            .Select(r => (Row: r, From: r.Obligation.Premises.Where(p => !p.Owner.IsInterface).ToList()))
            .Select(r => (
                r.Row.Obligation.Name,
                r.Row.Holds ? $"follows from {r.From[0]}" : $"**{r.Row.Summary}**",
                $"preservation (lemma 2.2 of the paper) from {string.Join(", ", r.From)}"));

    private IEnumerable<(string Statement, string Guarantee, string Evidence)> Components()
    {
        foreach (var component in ComponentModels.Of(verification.Models))
        {
            yield return (
                $"the I/O specification of {component.Name} has its traces",
                "meta-theorem",
                "proved in the paper (theorem 5.5, proposition 5.8) for its definitions; property-tested for ours");
            yield return (
                $"programs of {component.Name} perform only what that specification permits",
                "enforced at run time",
                "a permission monitor refuses what is not permitted before it reaches the wire; nothing shows that the program never aborts");
        }
    }

    private static string Guarantee(SubjectResult subject) => subject.Outcome switch
    {
        Outcome.Holds => subject.Results.Any(r => VerdictEvidence.Of(r.Verdict).Method == EvidenceMethod.Solver) ? "proved, every size" : "checked",
        Outcome.Refuted => "**REFUTED**",
        Outcome.Failed => "**NO VERDICT**",
        _ => subject.Results.FirstOrDefault(r => r.Verdict is Verdict.Proved && !r.Holds) is { } open ? open.Summary : "**UNKNOWN**",
    };

    private string Evidence(SubjectResult subject)
    {
        var proved = subject.Results.Count(r => r.Holds);
        var time = subject.Results.Sum(r => VerdictEvidence.Of(r.Verdict).Time.TotalMilliseconds);
        var checkedTwice = verification.Options.Prover.CrossCheck is null ? ""
            : $", {subject.Results.Sum(r => VerdictEvidence.Of(r.Verdict).SecondSolverAgreed)} of {subject.Results.Sum(r => VerdictEvidence.Of(r.Verdict).SecondSolverAsked)} proofs confirmed by cvc5";
        var proof = $"Z3 {verification.Solver.Version}: {proved} of {subject.Results.Length} obligations, {time:0} ms{checkedTwice}";
        return subject.Explored is { Skipped: null } explored ? $"{proof}; explored {ExplorationText.Of(explored)}" : proof;
    }
}
