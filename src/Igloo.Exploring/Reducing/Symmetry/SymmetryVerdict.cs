using System.Collections.Immutable;

namespace Igloo.Exploring.Reducing.Symmetry;

/// <summary>Whether a system treats the elements of some sorts alike on an instance.</summary>
public abstract record SymmetryVerdict
{
    private SymmetryVerdict()
    {
    }

    /// <summary>Every permutation of the elements of the sorts maps runs to runs, and every property to itself.</summary>
    /// <param name="Sorts">The sorts.</param>
    public sealed record Symmetric(ImmutableArray<Type> Sorts) : SymmetryVerdict;

    /// <summary>Something tells elements apart, or could not be looked into.</summary>
    /// <param name="Obstacles">What, at least one.</param>
    public sealed record NotSymmetric(ImmutableArray<SymmetryObstacle> Obstacles) : SymmetryVerdict;
}
