using System.Numerics;
using Igloo.Exploring.Enumerating;
using Igloo.Terms;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Narrowing;

/// <summary>The values that a hole may have where no condition names them.</summary>
internal sealed class Ranges(Universe universe)
{
    private const int LongestInterval = 100_000;

    private readonly Dictionary<Type, IReadOnlyList<object?>?> listed = [];

    /// <summary>All values, or null where the type has no finite list that is more than a guess.</summary>
    public IReadOnlyList<object?>? Exact(Hole hole)
    {
        if (!listed.TryGetValue(hole.Type, out var known))
        {
            listed[hole.Type] = known = universe.IsGuess(NativeTypes.Of(hole.Type)) ? null : List(hole.Type);
        }

        return known ?? Interval(hole);
    }

    /// <summary>The values that the universe has for want of anything better.</summary>
    /// <exception cref="NotEnumerableException">There are none.</exception>
    public IReadOnlyList<object?> Guessed(Hole hole) => WithNull(hole.Type, universe.Values(Underlying(hole.Type), hole.Place));

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

    private static List<object?>? Interval(Hole hole)
    {
        if (hole is not { Least: { } least, Greatest: { } greatest } || greatest - least > LongestInterval) return null;
        var values = new List<object?>();
        for (var i = least; i <= greatest; i++) values.Add(IntegerValue.As(i, hole.Type));
        return values;
    }
}
