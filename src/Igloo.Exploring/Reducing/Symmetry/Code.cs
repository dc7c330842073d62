namespace Igloo.Exploring.Reducing.Symmetry;

/// <summary>A value as a sequence of numbers, equal for equal values and ordered.</summary>
internal sealed class Code(int[] numbers) : IEquatable<Code>, IComparable<Code>
{
    private readonly int hash = HashOf(numbers);

    public ReadOnlySpan<int> Numbers => numbers;

    public bool Equals(Code? other) => other is not null && hash == other.hash && Numbers.SequenceEqual(other.Numbers);

    public override bool Equals(object? obj) => Equals(obj as Code);

    public override int GetHashCode() => hash;

    public int CompareTo(Code? other) => other is null ? 1 : Numbers.SequenceCompareTo(other.Numbers);

    private static int HashOf(int[] numbers)
    {
        var hash = default(HashCode);
        foreach (var number in numbers) hash.Add(number);
        return hash.ToHashCode();
    }
}
