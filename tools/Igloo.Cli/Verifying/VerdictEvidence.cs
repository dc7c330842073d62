using Igloo.Proving;

namespace Igloo.Cli.Verifying;

/// <summary>Reads what every verdict has.</summary>
internal static class VerdictEvidence
{
    /// <summary>What the verdict rests on.</summary>
    public static Evidence Of(Verdict verdict) => verdict switch
    {
        Verdict.Proved proved => proved.Evidence,
        Verdict.Refuted refuted => refuted.Evidence,
        Verdict.Unknown unknown => unknown.Evidence,
        _ => throw new InvalidOperationException("A verdict is one of three cases."),
    };
}
