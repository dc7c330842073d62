using System.Collections.Immutable;

namespace Igloo.Exploring;

/// <summary>A field of the state that seems to grow without bound: its largest measure grew on each of the last levels.</summary>
/// <param name="Path">The field: <c>Log</c>, or <c>Environment.Messages</c> inside another one.</param>
/// <param name="Measure">What grew: <c>value</c> of an integer, <c>size</c> of a collection.</param>
/// <param name="Largest">The largest measure on each of the last levels, in order.</param>
/// <remarks>A heuristic: growth on many levels suggests an infinite space and proves nothing.</remarks>
public sealed record GrowingField(string Path, string Measure, ImmutableArray<long> Largest)
{
    /// <summary>Same field and same figures.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(GrowingField? other) =>
        other is not null && Path == other.Path && Measure == other.Measure && Largest.SequenceEqual(other.Largest);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Path, Measure, Largest.Length);

    /// <inheritdoc/>
    public override string ToString() => $"{Path} ({Measure} {string.Join(", ", Largest)} on the last levels)";
}
