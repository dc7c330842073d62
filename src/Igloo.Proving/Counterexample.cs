using System.Collections.Immutable;
using Igloo.Proving.Symbolic;
using Igloo.Proving.Logic;
using Igloo.Terms;

namespace Igloo.Proving;

/// <summary>Why an obligation does not hold.</summary>
/// <param name="Obligation">The obligation.</param>
/// <param name="Scene">What the symbols of the model mean.</param>
/// <param name="Failure">What fails, such as the violated conjunct or that nothing of the kind exists.</param>
public sealed record Counterexample(Obligation Obligation, Scene Scene, string Failure)
{
    /// <summary>The user's clause that is violated; null where it is not one clause.</summary>
    public Term? Conjunct { get; init; }

    /// <summary>The violated formula over the scene; null where nothing was found that should exist.</summary>
    public Expression? Goal { get; init; }

    /// <summary>The world in which it fails; null where nothing was found that should exist.</summary>
    public FirstOrderModel? Model { get; init; }

    /// <summary>The number of elements of each carrier in that world.</summary>
    public ImmutableArray<(Sort.Uninterpreted Sort, int Size)> WorldSize { get; init; } = [];

    /// <summary>Whether every smaller world was refuted.</summary>
    public bool IsSmallest { get; init; }
}
