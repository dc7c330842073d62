using Igloo.Proving.Deciding;

namespace Igloo.Proving;

/// <summary>The answer to an obligation: a closed set of cases. Failures of a tool are exceptions and no verdict.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>It holds, in every world of every size unless the obligation itself asks for some world.</summary>
    /// <param name="Evidence">What says so.</param>
    public sealed record Proved(Evidence Evidence) : Verdict;

    /// <summary>It does not hold.</summary>
    /// <param name="Counterexample">A world in which it fails; for an obligation that asks for some world, that there is none.</param>
    /// <param name="Evidence">What says so.</param>
    public sealed record Refuted(Counterexample Counterexample, Evidence Evidence) : Verdict;

    /// <summary>Neither was found within the budget. Evidence for neither.</summary>
    /// <param name="Reason">Why, in the solver's words.</param>
    /// <param name="Evidence">What was tried, and the budget that was spent.</param>
    /// <param name="Advice">What to try.</param>
    public sealed record Unknown(string Reason, Evidence Evidence, string Advice) : Verdict;
}
