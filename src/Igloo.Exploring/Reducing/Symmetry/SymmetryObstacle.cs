using Igloo.Terms;

namespace Igloo.Exploring.Reducing.Symmetry;

/// <summary>What tells elements of a sort apart that is claimed to be symmetric.</summary>
/// <param name="Sort">The sort; null where it is about all of them.</param>
/// <param name="Source">Where in the model; null where it is about the instance.</param>
/// <param name="Reason">What it is.</param>
public sealed record SymmetryObstacle(Type? Sort, SourceSpan? Source, string Reason)
{
    /// <summary>Place and reason, as in <c>Ring.cs:41: order.Less tells elements of Node apart: ...</c>.</summary>
    public override string ToString() => Source is null ? Reason : $"{Source}: {Reason}";
}
