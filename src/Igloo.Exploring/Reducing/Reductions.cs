namespace Igloo.Exploring.Reducing;

/// <summary>Ways to visit less of a state space without losing verdicts.</summary>
[Flags]
public enum Reductions
{
    /// <summary>Everything is visited.</summary>
    None = 0,

    /// <summary>One of all states that differ by a permutation of sorts marked <see cref="Values.SymmetricAttribute"/>.</summary>
    Symmetry = 1,

    /// <summary>One of all orders of events that the terms of the model show to be independent.</summary>
    PartialOrder = 2,

    /// <summary>Both.</summary>
    Both = Symmetry | PartialOrder,
}
