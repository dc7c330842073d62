using Igloo.Values;

namespace Igloo.Tests.Values;

public sealed class SetTests
{
    [Theory, MemberData(nameof(Samples.Runs), MemberType = typeof(Samples))]
    public void Set_agrees_with_HashSet_after_random_operations(int seed, int size) => AgreesWithHashSet(seed, size, i => i);

    [Theory, MemberData(nameof(Samples.Runs), MemberType = typeof(Samples))]
    public void Set_agrees_with_HashSet_when_elements_are_records(int seed, int size) =>
        AgreesWithHashSet(seed, size, i => new Vote(new Node(i), -i));

    [Theory, MemberData(nameof(Samples.Runs), MemberType = typeof(Samples))]
    public void Set_agrees_with_HashSet_when_hash_codes_collide(int seed, int size) =>
        AgreesWithHashSet(seed, size, i => new Colliding(i));

    [Theory, MemberData(nameof(Samples.Runs), MemberType = typeof(Samples))]
    public void Algebra_agrees_with_HashSet(int seed, int size)
    {
        var random = new Random(seed);
        for (var round = 0; round < 50; round++)
        {
            int[] a = [.. Enumerable.Range(0, size).Where(_ => random.Next(3) > 0)];
            int[] b = [.. Enumerable.Range(0, size).Where(_ => random.Next(3) == 0)];
            var (left, right) = (Set<int>.Of(a), Set<int>.Of(Samples.Shuffled(b, round)));

            Assert.Equal(Set<int>.Of([.. a.Union(b)]), left.Union(right));
            Assert.Equal(Set<int>.Of([.. a.Intersect(b)]), left.Intersect(right));
            Assert.Equal(Set<int>.Of([.. a.Except(b)]), left.Except(right));
            Assert.Equal(Set<int>.Of([.. a.Where(i => i % 2 == 0)]), left.Where(i => i % 2 == 0));
            Assert.Equal(Set<int>.Of([.. a.Where(i => i % 2 == 0)]), left.RemoveWhere(i => i % 2 != 0));
            Assert.Equal(a.ToHashSet().IsSubsetOf(b), left.IsSubsetOf(right));
            Assert.True(left.Intersect(right).IsSubsetOf(right));
            Assert.Equal(a.All(i => i < size / 2), left.All(i => i < size / 2));
            Assert.Equal(a.Any(i => i > size - 2), left.Exists(i => i > size - 2));
        }
    }

    [Theory, MemberData(nameof(Samples.Runs), MemberType = typeof(Samples))]
    public void AddWhere_adds_what_satisfies_the_predicate(int seed, int size)
    {
        var domain = new Domain<int>(Enumerable.Range(0, size));
        var some = Set<int>.Of(Samples.Shuffled(Enumerable.Range(0, size / 2), seed)).Add(-1);

        var result = some.AddWhere(domain, i => i % 3 == 0);

        Assert.Equal(Set<int>.Of([-1, .. Enumerable.Range(0, size).Where(i => i < size / 2 || i % 3 == 0)]), result);
    }

    [Theory, MemberData(nameof(Samples.Runs), MemberType = typeof(Samples))]
    public void Equality_hash_text_and_order_ignore_insertion_order(int seed, int size)
    {
        var ascending = Set<int>.Empty;
        for (var i = 0; i < size; i++) ascending = ascending.Add(i);
        var detour = Set<int>.Empty;
        foreach (var i in Samples.Shuffled(Enumerable.Range(0, size * 2), seed)) detour = detour.Add(i);
        foreach (var i in Samples.Shuffled(Enumerable.Range(size, size), seed)) detour = detour.Remove(i);

        Assert.True(ascending == detour);
        Assert.Equal(ascending.GetHashCode(), detour.GetHashCode());
        Assert.Equal(ascending.ToString(), detour.ToString());
        Assert.Equal(ascending.AsEnumerable(), detour.AsEnumerable());
    }

    [Fact]
    public void Sets_differ_when_one_element_differs()
    {
        var set = Set<int>.Of([.. Enumerable.Range(0, 100)]);

        for (var i = 0; i < 100; i++) Assert.True(set != set.Remove(i).Add(100 + i));
    }

    [Fact]
    public void Hash_codes_of_small_subsets_rarely_agree()
    {
        var hashes = Enumerable.Range(0, 1 << 12)
            .Select(bits => Set<Node>.Empty.AddWhere(Nodes(12), n => (bits >> n.Index & 1) == 1).GetHashCode());

        Assert.Equal(1 << 12, hashes.Distinct().Count());
    }

    [Theory, InlineData(3), InlineData(100)]
    public void Operations_without_effect_return_the_same_instance(int size)
    {
        var set = Set<int>.Of([.. Enumerable.Range(0, size)]);
        var subset = set.Remove(0);

        Assert.Same(set, set.Add(1));
        Assert.Same(set, set.Remove(-1));
        Assert.Same(set, set.Union(subset));
        Assert.Same(set, subset.Union(set));
        Assert.Same(set, set.Except(Set<int>.Of(-1)));
        Assert.Same(set, set.Intersect(set.Add(-1)));
        Assert.Same(set, set.Where(_ => true));
        Assert.Same(set, set.RemoveWhere(_ => false));
        Assert.Same(set, set.AddWhere([0, 1], _ => true));
    }

    [Fact]
    public void Empty_is_one_instance_however_it_arises()
    {
        var one = Set<int>.Of(1);

        Assert.Same(Set<int>.Empty, one.Remove(1));
        Assert.Same(Set<int>.Empty, one.RemoveWhere(_ => true));
        Assert.Same(Set<int>.Empty, Set<int>.Of());
        Assert.True(Set<int>.Empty.IsEmpty);
    }

    [Fact]
    public void Add_of_a_present_element_allocates_nothing()
    {
        var set = Set<int>.Of(1, 2, 3);
        set.Add(2);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) set.Add(2);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Null_is_an_element_like_others()
    {
        Set<string?> set = ["a", null, "a", null];

        Assert.Equal(2, set.Count);
        Assert.True(set.Contains(null));
        Assert.False(set.Remove(null).Contains(null));
    }

    [Fact]
    public void Sets_of_sets_compare_by_value()
    {
        Set<Set<int>> left = [[1, 2], []];
        Set<Set<int>> right = [[], [2, 1]];

        Assert.Equal(left, right);
    }

    [Fact]
    public void ToString_lists_elements_in_ascending_order()
    {
        Assert.Equal("{}", Set<int>.Empty.ToString());
        Assert.Equal("{-2, 0, 1, 10}", Set<int>.Of(10, 1, -2, 0).ToString());
        Assert.Equal("{0, 2, 10}", Set<Node>.Of(new(10), new(0), new(2)).ToString());
        Assert.Equal("{\"B\", \"a\", \"n2\", \"n10\"}", Set<string>.Of("n10", "a", "n2", "B").ToString());
        Assert.Equal("{(2, \"x\"), (10, \"a\")}", Set<(int, string)>.Of((10, "a"), (2, "x")).ToString());
        Assert.Equal("{{}, {1}}", Set<Set<int>>.Of([1], []).ToString());
    }

    private static Domain<Node> Nodes(int count) => new(Enumerable.Range(0, count).Select(i => new Node(i)));

    private static void AgreesWithHashSet<T>(int seed, int size, Func<int, T> element)
    {
        var random = new Random(seed);
        var set = Set<T>.Empty;
        var reference = new HashSet<T>();
        for (var step = 0; step < size * 10; step++)
        {
            var x = element(random.Next(size));
            var before = set;
            var adds = step / size % 3 != 2;
            var changed = adds ? reference.Add(x) : reference.Remove(x);
            set = adds ? set.Add(x) : set.Remove(x);

            Assert.Equal(changed, !ReferenceEquals(before, set));
            Assert.Equal(adds, set.Contains(x));
            Assert.Equal(reference.Count, set.Count);
        }

        Assert.True(reference.SetEquals(set));
        var rebuilt = Set<T>.Of(Samples.Shuffled(reference, seed));
        Assert.Equal(rebuilt, set);
        Assert.Equal(rebuilt.GetHashCode(), set.GetHashCode());
        for (var i = 0; i < size; i++) Assert.Equal(reference.Contains(element(i)), set.Contains(element(i)));
    }
}
