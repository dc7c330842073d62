using System.Collections.Immutable;

namespace Igloo.Proving.Deciding;

/// <summary>
/// Which proofs count: a proof that assumes an invariant is worth as much as the proof of the invariant. Invariants assume each other by
/// induction over steps, so what stands is the largest set of premises that support one another.
/// </summary>
internal static class PremiseResolution
{
    internal static ImmutableArray<ObligationResult> Resolve(ImmutableArray<(Obligation Obligation, Verdict Verdict)> decided)
    {
        var supporters = decided.Where(d => d.Obligation.Establishes is not null).ToLookup(d => d.Obligation.Establishes!);
        var established = supporters.Where(s => s.All(d => d.Verdict is Verdict.Proved)).Select(s => s.Key).ToHashSet();
        while (established.RemoveWhere(p => supporters[p].Any(d => !d.Obligation.Premises.All(established.Contains))) > 0)
        {
        }

        return [.. decided.Select(d => new ObligationResult(d.Obligation, d.Verdict, [.. d.Obligation.Premises.Where(p => !established.Contains(p)).Distinct()]))];
    }
}
