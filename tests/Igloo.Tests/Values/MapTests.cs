using Igloo.Values;

namespace Igloo.Tests.Values;

public sealed class MapTests
{
    [Theory, MemberData(nameof(Samples.Runs), MemberType = typeof(Samples))]
    public void Map_agrees_with_Dictionary_after_random_updates(int seed, int size)
    {
        var random = new Random(seed);
        var map = Map<Node, int>.Constant(0);
        var reference = new Dictionary<Node, int>();
        for (var step = 0; step < size * 10; step++)
        {
            var (key, value) = (new Node(random.Next(size)), random.Next(3));
            if (random.Next(2) == 0)
            {
                map = map.Set(key, value);
                reference[key] = value;
            }
            else
            {
                map = map.Update(key, old => (old + 1) % 3);
                reference[key] = (reference.GetValueOrDefault(key) + 1) % 3;
            }

            Assert.Equal(reference[key], map[key]);
        }

        var exceptions = reference.Where(pair => pair.Value != 0).ToDictionary();
        Assert.Equal(exceptions, map.Exceptions.ToDictionary());
        var rebuilt = Samples.Shuffled(exceptions, seed).Aggregate(Map<Node, int>.Constant(0), (m, pair) => m.Set(pair.Key, pair.Value));
        Assert.True(rebuilt == map);
        Assert.Equal(rebuilt.GetHashCode(), map.GetHashCode());
        Assert.Equal(rebuilt.ToString(), map.ToString());
    }

    [Fact]
    public void Indexer_yields_the_default_where_nothing_was_set() => Assert.Equal("none", Map<int, string>.Constant("none")[7]);

    [Fact]
    public void Default_is_never_stored()
    {
        var map = Map<int, Set<int>>.Constant([]).Set(1, [2]).Update(1, s => s.Remove(2)).Set(3, []);

        Assert.Empty(map.Exceptions);
        Assert.Equal(Map<int, Set<int>>.Constant([]), map);
    }

    [Fact]
    public void Updates_without_effect_return_the_same_instance()
    {
        var map = Map<int, int>.Constant(0).Set(1, 5);

        Assert.Same(map, map.Set(1, 5));
        Assert.Same(map, map.Set(2, 0));
        Assert.Same(map, map.Update(1, v => v));
        Assert.Same(map, map.SetWhere([1, 2], _ => false, _ => 9));
    }

    [Fact]
    public void Maps_differ_when_their_defaults_differ() =>
        Assert.True(Map<int, int>.Constant(0).Set(1, 2) != Map<int, int>.Constant(1).Set(1, 2));

    [Fact]
    public void Maps_differ_when_values_are_exchanged()
    {
        var map = Map<int, int>.Constant(0);

        Assert.NotEqual(map.Set(1, 2).Set(2, 1), map.Set(1, 1).Set(2, 2));
    }

    [Fact]
    public void SetWhere_reads_the_map_as_it_was()
    {
        var map = Map<int, int>.Constant(0).Set(0, 10).Set(1, 20).Set(2, 30);

        var shifted = map.SetWhere([0, 1, 2], i => map[i] >= 20, i => map[(i + 1) % 3]);

        Assert.Equal("{ 0: 10, 1: 30, 2: 10, else 0 }", shifted.ToString());
    }

    [Theory, InlineData(5), InlineData(300)]
    public void SetWhere_agrees_with_single_updates(int size)
    {
        var domain = new Domain<int>(Enumerable.Range(0, size));
        var map = Enumerable.Range(0, size).Aggregate(Map<int, int>.Constant(0), (m, i) => m.Set(i, i % 4));

        var bulk = map.SetWhere(domain, i => i % 3 == 0, i => i % 2);

        var single = Enumerable.Range(0, size).Where(i => i % 3 == 0).Aggregate(map, (m, i) => m.Set(i, i % 2));
        Assert.Equal(single, bulk);
        Assert.Equal(single.GetHashCode(), bulk.GetHashCode());
    }

    [Fact]
    public void ToString_lists_exceptions_by_key_and_then_the_default()
    {
        var map = Map<Node, Set<Node>>.Constant([]);

        Assert.Equal("{ else {} }", map.ToString());
        Assert.Equal("{ 1: {0}, 10: {1, 2}, else {} }", map.Set(new(10), [new(2), new(1)]).Set(new(1), [new(0)]).ToString());
    }
}
