namespace Igloo.Proving.Counterexamples.Replaying;

/// <summary>What running the compiled model on a counterexample showed: a closed set of cases.</summary>
internal abstract record ReplayOutcome
{
    private ReplayOutcome()
    {
    }

    /// <summary>The compiled code does what the solver said.</summary>
    /// <param name="What">What was compared.</param>
    internal sealed record Agreed(string What) : ReplayOutcome;

    /// <summary>They differ: a defect of the translation, the solver or the decoding, never of the model.</summary>
    /// <param name="What">What they differ about.</param>
    /// <param name="Solver">What the solver said.</param>
    /// <param name="Compiled">What the compiled code did.</param>
    internal sealed record Disagreed(string What, string Solver, string Compiled) : ReplayOutcome;

    /// <summary>It could not be run.</summary>
    /// <param name="Reason">Why.</param>
    internal sealed record NotPossible(string Reason) : ReplayOutcome;
}
