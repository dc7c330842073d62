namespace Igloo.Proving.Tests.CaseStudies;

/// <summary>Results as lines of a test's output.</summary>
internal static class Rows
{
    internal static string Of(ObligationResult result) => $"{result.Summary,-20} {EvidenceOf(result.Verdict).Time.TotalMilliseconds,8:0.0} ms {result.Obligation}";

    internal static Evidence EvidenceOf(Verdict verdict) => verdict switch
    {
        Verdict.Proved proved => proved.Evidence,
        Verdict.Refuted refuted => refuted.Evidence,
        Verdict.Unknown unknown => unknown.Evidence,
        _ => throw new InvalidOperationException("Verdicts are a closed set."),
    };
}
