using System.Collections.Immutable;

namespace Igloo.Proving.Logic;

/// <summary>Arguments of a function as a key: an array with value equality.</summary>
internal readonly struct ArgumentList(ImmutableArray<ModelValue> values) : IEquatable<ArgumentList>
{
    internal ImmutableArray<ModelValue> Values { get; } = values;

    public bool Equals(ArgumentList other) => Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    public override bool Equals(object? obj) => obj is ArgumentList other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in Values) hash.Add(value);
        return hash.ToHashCode();
    }
}
