using System.Numerics;
using Igloo.Exploring.Carriers;
using Igloo.Exploring.Enumerating;
using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Narrowing;

/// <summary>The values that a hole may have where no condition names them.</summary>
/// <param name="universe">The lists.</param>
/// <param name="gaps">Which lists lack values that the model computes.</param>
internal sealed class Ranges(Universe universe, CarrierGaps gaps)
{
    private const int LongestInterval = 100_000;

    private readonly Dictionary<Type, IReadOnlyList<object?>?> listed = [];
    private readonly Dictionary<Type, IReadOnlySet<object?>?> others = [];

    /// <summary>All values, or null where the type has no finite list that is more than a guess.</summary>
    public IReadOnlyList<object?>? Exact(Hole hole)
    {
        if (!listed.TryGetValue(hole.Type, out var known))
        {
            listed[hole.Type] = known = universe.IsGuess(NativeTypes.Of(hole.Type)) || IsBuiltFromGaps(hole.Type) ? null : List(hole.Type);
        }

        return known ?? Interval(hole);
    }

    /// <summary>The values that were listed for a hole, where the model may compute another; null where it does not.</summary>
    public IReadOnlySet<object?>? Others(Hole hole)
    {
        if (!others.TryGetValue(hole.Type, out var known))
        {
            others[hole.Type] = known = gaps.Contains(Underlying(hole.Type)) ? Exact(hole)?.ToHashSet() : null;
        }

        return known;
    }

    /// <summary>How many values are listed for a hole; 0 where there is no list.</summary>
    public int Listed(Hole hole) => universe.IsGuess(NativeTypes.Of(hole.Type)) ? 0 : List(hole.Type)?.Count ?? 0;

    /// <summary>All values of a type whose list lacks none; null where there is no such list.</summary>
    public IReadOnlyList<object?>? Carrier(Hole hole) => gaps.Contains(Underlying(hole.Type)) ? null : Exact(hole);

    /// <summary>The integers between the bounds that conditions gave; null where one is missing.</summary>
    public IReadOnlyList<object?>? Interval(Hole hole)
    {
        if (hole is not { Least: { } least, Greatest: { } greatest } || greatest - least > LongestInterval) return null;
        var values = new List<object?>();
        for (var i = least; i <= greatest; i++) values.Add(IntegerValue.As(i, hole.Type));
        return values;
    }

    /// <summary>The values that the universe has for want of anything better; of types without a list some small ones.</summary>
    /// <exception cref="NotEnumerableException">There are none.</exception>
    public IReadOnlyList<object?> Guessed(Hole hole) => WithNull(hole.Type, new SmallValues(universe).Of(Underlying(hole.Type), hole.Place));

    /// <summary>Whether a record or optional value that nobody listed has such parts: each of them has a list, and others.</summary>
    private bool IsBuiltFromGaps(Type type) =>
        gaps.Contains(Underlying(type)) && !universe.IsGiven(Underlying(type)) && TermRegistry.FindShape(Underlying(type)) is TypeShape.Record or TypeShape.Union;

    private static Type Underlying(Type type) => NativeTypes.Of(Partial.IsOption(type) ? type.GetGenericArguments()[0] : type);

    private static IReadOnlyList<object?> WithNull(Type type, IReadOnlyList<object?> values) =>
        Partial.IsOption(type) ? [null, .. values] : values;

    private IReadOnlyList<object?>? List(Type type)
    {
        try
        {
            return WithNull(type, universe.Values(Underlying(type)));
        }
        catch (NotEnumerableException)
        {
            return null;
        }
    }
}
