using System.Collections.Immutable;

namespace Igloo.Proving;

/// <summary>An obligation with its verdict.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Verdict">The verdict on it alone.</param>
/// <param name="UnresolvedPremises">What it assumes that was not established; empty where nothing is open.</param>
public sealed record ObligationResult(Obligation Obligation, Verdict Verdict, ImmutableArray<Premise> UnresolvedPremises)
{
    /// <summary>Whether it is proved, and so is all that it assumes.</summary>
    public bool Holds => Verdict is Verdict.Proved && UnresolvedPremises.IsEmpty;

    /// <summary>The verdict in words: <c>Proved</c>, <c>Proved assuming A, B</c>, <c>Refuted</c>, <c>Unknown</c>.</summary>
    public string Summary => Verdict switch
    {
        Verdict.Proved when UnresolvedPremises.IsEmpty => "Proved",
        Verdict.Proved => $"Proved assuming {string.Join(", ", UnresolvedPremises)}",
        Verdict.Refuted => "Refuted",
        _ => "Unknown",
    };
}
