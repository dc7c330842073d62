using Igloo.Values;

namespace Igloo.Tests.Values;

[Sort]
public readonly record struct Node(int Index);

public sealed record Vote(Node From, int Ballot);

/// <summary>A key whose hash codes collide by intention.</summary>
public sealed record Colliding(int Id)
{
    public bool Equals(Colliding? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => Id % 3;
}

public static class Samples
{
    /// <summary>Seed and number of distinct elements: a flat table, the border of a flat table, and a trie.</summary>
    public static TheoryData<int, int> Runs { get; } = Combine([1, 2, 3], [4, 18, 200]);

    public static T[] Shuffled<T>(IEnumerable<T> items, int seed)
    {
        var shuffled = items.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    private static TheoryData<int, int> Combine(int[] seeds, int[] sizes)
    {
        var data = new TheoryData<int, int>();
        foreach (var seed in seeds)
            foreach (var size in sizes) data.Add(seed, size);
        return data;
    }
}
