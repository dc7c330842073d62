using Igloo.Cli.Specifying;
using Igloo.Cli.Verifying;
using Igloo.Components;
using Igloo.Proving;

namespace Igloo.Cli.Reporting;

/// <summary>Why it is sound that operations fail as they declare, and that inputs are dropped.</summary>
/// <param name="verification">Where the evidence comes from.</param>
internal sealed class FailureEvidence(Verification verification)
{
    /// <summary>The operations whose contract nothing justifies: no composition says what their environment may do.</summary>
    public IEnumerable<string> Assumed() =>
        Signatures().Where(s => Owes(s.Case) && !Results(s.Case, ObligationKind.FailureContract).Any()).Select(s => $"{s.Component.Name}.{s.Case.CaseType.Name}")
            .Concat(Signatures().Where(s => MayLose(s.Case) && !Results(s.Case, ObligationKind.InputLoss).Any()).Select(s => $"{s.Component.Name}.{s.Case.CaseType.Name} (dropped)"));

    /// <summary>The I/O events of all components.</summary>
    public IEnumerable<(Type Component, EventSignature Case)> Signatures() =>
        ComponentModels.Of(verification.Models).SelectMany(
            c => Cases(ComponentModels.Signature(c).Event).Select(EventSignature.Of).Where(s => !s.IsInternal), (c, s) => (c, s));

    /// <summary>What justifies the declarations of an event's operation.</summary>
    public string Of(EventSignature signature)
    {
        var contract = signature.Operation!.OnFailure switch
        {
            FailureContract.Stop => "stop is always sound",
            FailureContract.Unknown => "only what both outcomes permit is permitted",
            _ when Owes(signature) => Text(signature, ObligationKind.FailureContract),
            FailureContract.Keep => "trusted: a failed one has taken nothing",
            _ => "an input that failed stops the component, which is always sound",
        };
        return MayLose(signature) ? $"{contract}; may be dropped: {Text(signature, ObligationKind.InputLoss)}" : contract;
    }

    private static bool Owes(EventSignature signature) => signature.Operation!.OnFailure switch
    {
        FailureContract.Keep => signature.Parameters.IsEmpty || signature.Parameters.Any(p => !p.IsInput),
        FailureContract.Lost => !signature.Parameters.Any(p => p.IsInput),
        _ => false,
    };

    private static bool MayLose(EventSignature signature) => signature.Operation!.MayLoseInput && signature.Parameters.Any(p => p.IsInput);

    private string Text(EventSignature signature, ObligationKind kind)
    {
        var bySystem = Results(signature, kind).GroupBy(r => r.Obligation.Subject).ToArray();
        return bySystem.Length == 0
            ? "**assumed**"
            : string.Join(", ", bySystem.Select(g => $"{Verdict(g)} for {g.Key.Name.Split('`')[0]}"));
    }

    private static string Verdict(IEnumerable<ObligationResult> results) =>
        results.Any(r => r.Verdict is Proving.Verdict.Refuted) ? "**REFUTED**"
        : results.Any(r => !r.Holds) ? "**UNKNOWN**"
        : results.Any(r => VerdictEvidence.Of(r.Verdict).Method == EvidenceMethod.Solver) ? "proved by Z3" : "proved by simplification";

    private IEnumerable<ObligationResult> Results(EventSignature signature, ObligationKind kind) =>
        verification.Subjects.SelectMany(s => s.Results).Where(r => r.Obligation.Kind == kind && r.Obligation.EventCase == signature.CaseType);

    private static IEnumerable<Type> Cases(Type hierarchy) => hierarchy.GetNestedTypes().Where(t => t.IsSubclassOf(hierarchy));
}
