namespace Igloo.Proving.Counterexamples;

/// <summary>What a counterexample means for the user.</summary>
public enum Classification
{
    /// <summary>The violation happens in a run that exploration has found.</summary>
    RealBug,

    /// <summary>The state before is not reached as far as instances were explored; an invariant that excludes it may be missing.</summary>
    MissingInvariant,

    /// <summary>No shipped instance of the theory looks like this world; an axiom that excludes it may be missing.</summary>
    MissingAxiom,

    /// <summary>Something that should be possible is not, so there is no state to look at.</summary>
    Impossible,

    /// <summary>The world has no counterpart in C#, or nothing could be explored, so that no more is known than that the proof fails.</summary>
    Undecided,

    /// <summary>Solver and compiled code disagree. Never a verdict on the model.</summary>
    OurBug,
}
