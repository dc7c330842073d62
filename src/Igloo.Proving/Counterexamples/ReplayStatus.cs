namespace Igloo.Proving.Counterexamples;

/// <summary>What running the compiled model on a counterexample showed.</summary>
public enum ReplayStatus
{
    /// <summary>The compiled code does what the solver said.</summary>
    Agreed,

    /// <summary>They differ.</summary>
    Disagreed,

    /// <summary>It could not be run.</summary>
    NotPossible,
}
