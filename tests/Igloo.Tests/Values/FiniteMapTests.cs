using Igloo.Values;

namespace Igloo.Tests.Values;

public sealed class FiniteMapTests
{
    [Theory, MemberData(nameof(Samples.Runs), MemberType = typeof(Samples))]
    public void FiniteMap_agrees_with_Dictionary_after_random_operations(int seed, int size)
    {
        var random = new Random(seed);
        var map = FiniteMap<Colliding, int>.Empty;
        var reference = new Dictionary<Colliding, int>();
        for (var step = 0; step < size * 5; step++)
        {
            var key = new Colliding(random.Next(size));
            if (random.Next(3) == 0)
            {
                map = map.Remove(key);
                reference.Remove(key);
            }
            else
            {
                map = map.Set(key, step);
                reference[key] = step;
            }

            Assert.Equal(reference.ContainsKey(key), map.ContainsKey(key));
        }

        Assert.Equal(reference, map.ToDictionary());
        Assert.Equal(reference.Count, map.Count);
        Assert.Equal(Set<Colliding>.Of([.. reference.Keys]), map.Keys);
        Assert.Equal(Set<Colliding>.Of([.. reference.Keys]).GetHashCode(), map.Keys.GetHashCode());
        Assert.Equal(reference.All(p => p.Value > size), map.All((_, v) => v > size));
        Assert.Equal(reference.Any(p => p.Key.Id == 2), map.Exists((k, _) => k.Id == 2));
        var rebuilt = Samples.Shuffled(reference, seed).Aggregate(FiniteMap<Colliding, int>.Empty, (m, pair) => m.Set(pair.Key, pair.Value));
        Assert.True(rebuilt == map);
        Assert.Equal(rebuilt.GetHashCode(), map.GetHashCode());
    }

    [Fact]
    public void Indexer_names_the_key_when_it_is_absent()
    {
        var map = FiniteMap<Node, int>.Empty.Set(new(2), 7).Set(new(1), 8);

        var error = Assert.Throws<KeyNotFoundException>(() => map[new(3)]);

        Assert.Equal("The map has no key 3. Its keys are {1, 2}.", error.Message);
    }

    [Fact]
    public void Find_yields_null_when_the_key_is_absent()
    {
        int? number = FiniteMap<int, int>.Empty.Set(1, 0).Find(2);
        string? text = FiniteMap<int, string>.Empty.Set(1, "").Find(2);

        Assert.Null(number);
        Assert.Null(text);
    }

    [Fact]
    public void Find_yields_the_value_when_the_key_is_present()
    {
        Assert.Equal(0, FiniteMap<int, int>.Empty.Set(1, 0).Find(1));
        Assert.Equal("", FiniteMap<int, string>.Empty.Set(1, "").Find(1));
    }

    [Fact]
    public void Operations_without_effect_return_the_same_instance()
    {
        var map = FiniteMap<int, int>.Empty.Set(1, 2);

        Assert.Same(map, map.Set(1, 2));
        Assert.Same(map, map.Remove(2));
        Assert.Same(FiniteMap<int, int>.Empty, map.Remove(1));
    }

    [Fact]
    public void Maps_differ_when_a_value_differs() =>
        Assert.True(FiniteMap<int, int>.Empty.Set(1, 2) != FiniteMap<int, int>.Empty.Set(1, 3));

    [Fact]
    public void ToString_lists_entries_by_key()
    {
        Assert.Equal("{}", FiniteMap<int, int>.Empty.ToString());
        Assert.Equal("{ 2: true, 10: false }", FiniteMap<int, bool>.Empty.Set(10, false).Set(2, true).ToString());
    }
}
