using Igloo.IoSpecs;
using Igloo.IoSpecs.Assertions;
using Igloo.IoSpecs.Heaps;

namespace MetaTheorems.IoSpecifications;

/// <summary>h ⊨ φ word for word: every way to split the heap is tried. For small heaps and assertions without recursion.</summary>
/// <remarks>Igloo (OOPSLA 2020), section 5.1.</remarks>
internal static class Definition
{
    public static bool Holds(Heap heap, Assertion assertion, Typing typing, IReadOnlyCollection<Place> places) => assertion switch
    {
        Assertion.Boolean boolean => boolean.Value,
        Assertion.Points points => heap.Contains(points.Chunk) && points.Chunk.IsWellTyped(typing),
        Assertion.Separating both => Splits(heap).Any(s => Holds(s.First, both.First, typing, places) && Holds(s.Second, both.Second, typing, places)),
        Assertion.ExistsValue some => Actions.Values.Any(v => Holds(heap, some.Body(v), typing, places)),
        Assertion.ExistsPlace some => places.Any(t => Holds(heap, some.Body(t), typing, places)),
        _ => throw new ArgumentException($"{assertion} is not of the language of the definition.", nameof(assertion)),
    };

    /// <summary>A random assertion in which the variables bound so far may occur.</summary>
    public static Assertion RandomAssertion(Random random, int depth, Place[] places, object[] values)
    {
        switch (random.Next(depth > 0 ? 8 : 2))
        {
            case 0:
                return random.Next(6) == 0 ? Assertion.False : Assertion.True;
            case 1 or 2:
                return new Assertion.Points(random.Next(4) == 0
                    ? new Chunk.Token(Pick(places))
                    : new Chunk.Permission(random.Next(2) == 0 ? "a" : "b", Pick(places), Pick(values), Pick(values), Pick(places)));
            case 3 or 4 or 5:
                var second = RandomAssertion(random, depth - 1, places, values);
                return Assertion.Star(RandomAssertion(random, depth - 1, places, values), () => second);
            case 6:
                var seed = random.Next();
                return new Assertion.ExistsValue("v", v => RandomAssertion(new Random(seed), depth - 1, places, [v]));
            default:
                var other = random.Next();
                return new Assertion.ExistsPlace("t", t => RandomAssertion(new Random(other), depth - 1, [t, places[0]], values));
        }

        T Pick<T>(T[] choices) => choices[random.Next(choices.Length)];
    }

    private static IEnumerable<(Heap First, Heap Second)> Splits(Heap heap)
    {
        Chunk[] chunks = [.. heap.Chunks.SelectMany(c => Enumerable.Repeat(c, heap.CountOf(c)))];
        for (var mask = 0; mask < 1 << chunks.Length; mask++)
        {
            yield return (Heap.Of(chunks.Where((_, i) => (mask & (1 << i)) != 0)), Heap.Of(chunks.Where((_, i) => (mask & (1 << i)) == 0)));
        }
    }
}
