using Igloo.Values;

namespace Igloo.Tests.Values;

public sealed class SeqTests
{
    [Theory, MemberData(nameof(Samples.Runs), MemberType = typeof(Samples))]
    public void Seq_agrees_with_List_on_every_version_after_random_operations(int seed, int size)
    {
        var random = new Random(seed);
        var versions = new List<(Seq<int> Seq, List<int> Reference)> { (Seq<int>.Empty, []) };
        for (var step = 0; step < size * 3; step++)
        {
            // Mostly the latest version, at times an older one, so that versions that share a buffer part.
            var (seq, reference) = versions[random.Next(4) == 0 ? random.Next(versions.Count) : ^1];
            versions.Add(Change(random, seq, [.. reference]));
        }

        foreach (var (seq, reference) in versions)
        {
            Assert.Equal(reference, seq);
            Assert.Equal(reference.Count, seq.Count);
            Assert.True(Seq<int>.Of([.. reference]) == seq);
            Assert.Equal(Seq<int>.Of([.. reference]).GetHashCode(), seq.GetHashCode());
            Assert.Equal(reference.Contains(3), seq.Contains(3));
            Assert.Equal(reference.All(x => x < 8), seq.All(x => x < 8));
            Assert.Equal(reference.Any(x => x == 8), seq.Exists(x => x == 8));
        }

        foreach (var (earlier, later) in versions.Zip(versions.Skip(1)))
            Assert.Equal(later.Reference.Take(earlier.Reference.Count).SequenceEqual(earlier.Reference), earlier.Seq.IsPrefixOf(later.Seq));
    }

    [Fact]
    public void Hash_codes_tell_lengths_apart_when_all_elements_hash_to_zero()
    {
        var appended = Enumerable.Range(0, 100).Aggregate(Seq<int>.Empty, (seq, _) => seq.Append(0));
        var hashes = Enumerable.Range(0, 100).Select(n => Seq<int>.Of([.. new int[n]]).GetHashCode()).ToList();

        Assert.Equal(100, hashes.Distinct().Count());
        Assert.Equal(Seq<int>.Of([.. new int[100]]).GetHashCode(), appended.GetHashCode());
    }

    [Fact]
    public void Append_to_one_version_twice_keeps_both_apart()
    {
        var common = Seq<int>.Of(1).Append(2).Append(3);

        var (left, right) = (common.Append(4), common.Append(5));

        Assert.Equal([1, 2, 3, 4], left);
        Assert.Equal([1, 2, 3, 5], right);
        Assert.Equal([1, 2, 3], common);
    }

    [Fact]
    public void Append_from_many_threads_keeps_versions_apart()
    {
        var common = Seq<int>.Of(1).Append(2);

        var results = new Seq<int>[64];
        Parallel.For(0, results.Length, i => results[i] = common.Append(i).Append(-i));

        Assert.All(results, (seq, i) => Assert.Equal([1, 2, i, -i], seq));
    }

    [Fact]
    public void Append_allocates_amortised_constant_memory()
    {
        var seq = Seq<int>.Empty;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++) seq = seq.Append(i);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 10_000 * 80);
    }

    [Fact]
    public void Queue_use_keeps_the_buffer_small()
    {
        var queue = Seq<int>.Of(1, 2, 3);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++) queue = queue.Append(i).Rest;

        Assert.Equal([9997, 9998, 9999], queue);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 10_000 * 160);
    }

    [Fact]
    public void First_and_Rest_take_a_sequence_apart()
    {
        Seq<int> seq = [1, 2, 3];

        Assert.Equal(1, seq.First);
        Assert.Equal([2, 3], seq.Rest);
        Assert.Same(Seq<int>.Empty, seq.Rest.Rest.Rest);
    }

    [Fact]
    public void Take_and_Skip_stop_at_the_ends()
    {
        Seq<int> seq = [1, 2, 3];

        Assert.Equal([1, 2], seq.Take(2));
        Assert.Equal([3], seq.Skip(2));
        Assert.Same(seq, seq.Take(9));
        Assert.Same(seq, seq.Skip(-1));
        Assert.True(seq.Take(-1).IsEmpty && seq.Skip(9).IsEmpty);
    }

    [Fact]
    public void AllPairs_asks_each_pair_once_the_earlier_element_first()
    {
        var pairs = new List<(int, int)>();

        Assert.True(Seq<int>.Of(1, 2, 3).AllPairs((a, b) => { pairs.Add((a, b)); return true; }));
        Assert.Equal([(1, 2), (1, 3), (2, 3)], pairs.Order());
        Assert.False(Seq<int>.Of(1, 3, 2).AllPairs((a, b) => a < b));
    }

    [Fact]
    public void Sequences_differ_when_the_order_differs() => Assert.True(Seq<int>.Of(1, 2) != Seq<int>.Of(2, 1));

    [Fact]
    public void Set_with_the_same_element_returns_the_same_instance()
    {
        Seq<int> seq = [1, 2];

        Assert.Same(seq, seq.Set(1, 2));
        Assert.Same(seq, seq.Concat([]));
    }

    [Fact]
    public void Indexer_names_index_and_count_when_it_fails()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Seq<int>.Of(1, 2)[-1]);

        Assert.StartsWith("The index -1 is outside the sequence, which has 2 elements.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Seq<int>.Of(1, 2).Take(1)[1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Seq<int>.Of(1, 2).Set(2, 0));
    }

    [Fact]
    public void First_and_Rest_fail_when_the_sequence_is_empty()
    {
        Assert.Throws<InvalidOperationException>(() => Seq<int>.Empty.First);
        Assert.Throws<InvalidOperationException>(() => Seq<int>.Empty.Rest);
    }

    [Fact]
    public void ToString_lists_elements_in_their_order() => Assert.Equal("[2, 1, 2]", Seq<int>.Of(2, 1, 2).ToString());

    private static (Seq<int>, List<int>) Change(Random random, Seq<int> seq, List<int> reference)
    {
        var (x, at) = (random.Next(9), random.Next(reference.Count + 1));
        switch (random.Next(reference.Count == 0 ? 6 : 10))
        {
            case 8: return (seq.Rest, reference[1..]);
            case 7: return (seq.Take(at), reference[..at]);
            case 6:
                at %= reference.Count;
                reference[at] = x;
                return (seq.Set(at, x), reference);
            case 5: return (seq.Prepend(x), [x, .. reference]);
            case 4: return (seq.Concat(seq.Skip(at)), [.. reference, .. reference[at..]]);
            default: return (seq.Append(x), [.. reference, x]);
        }
    }
}
