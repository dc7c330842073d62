using System.Numerics;
using Igloo.Exploring.Packed.Diagrams;
using Igloo.Terms.Evaluation;

namespace Igloo.Exploring.Packed.Layouts;

/// <summary>What the values of each type are in one packed system: those of the universe, integers and lengths up to a bound.</summary>
/// <param name="universe">The universe.</param>
/// <param name="bounds">The bounds of what the universe does not bound.</param>
internal sealed class ValueRanges(Universe universe, StateBounds bounds)
{
    private readonly Dictionary<Type, ValueRange> known = [];

    /// <summary>The bounds of what the universe does not bound.</summary>
    public StateBounds Bounds => bounds;

    /// <summary>The values of a type of terms.</summary>
    /// <exception cref="GroundingException">It has no finite list of values.</exception>
    public ValueRange Of(Type type)
    {
        var native = NativeTypes.Of(type);
        if (known.TryGetValue(native, out var range)) return range;
        range = new ValueRange(List(native));
        known.Add(native, range);
        return range;
    }

    private IEnumerable<object> List(Type type)
    {
        if (type == typeof(int)) return Integers().Select(i => (object)(int)i);
        if (type == typeof(long)) return Integers().Select(i => (object)i);
        if (type == typeof(BigInteger)) return Integers().Select(i => (object)(BigInteger)i);
        try
        {
            return universe.Values(type);
        }
        catch (NotEnumerableException unbounded)
        {
            throw new GroundingException($"has no finite list of values: {unbounded.Message}");
        }
    }

    private IEnumerable<long> Integers()
    {
        for (long i = bounds.Smallest; i <= bounds.Largest; i++) yield return i;
    }
}
