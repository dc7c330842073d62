using System.Collections.Immutable;

namespace Igloo.IoSpecs.Heaps;

/// <summary>
/// A heap: a multiset of chunks. Finitely many different chunks, each any number of times or infinitely often. Immutable, compared by
/// value.
/// </summary>
/// <remarks>Igloo (OOPSLA 2020), section 5.1. It holds permissions, not memory.</remarks>
public sealed class Heap : IEquatable<Heap>
{
    /// <summary>The multiplicity of a chunk that can be taken for ever.</summary>
    public const int Infinitely = int.MaxValue;

    private readonly ImmutableDictionary<Chunk, int> multiplicities;

    private Heap(ImmutableDictionary<Chunk, int> multiplicities) => this.multiplicities = multiplicities;

    /// <summary>The heap without chunks.</summary>
    public static Heap Empty { get; } = new(ImmutableDictionary<Chunk, int>.Empty);

    /// <summary>The different chunks.</summary>
    public IEnumerable<Chunk> Chunks => multiplicities.Keys;

    /// <summary>The different places that its chunks name.</summary>
    public IEnumerable<Place> Places => Chunks.SelectMany(c => c.Places).Distinct();

    /// <summary>The heap of chunks; repetitions count.</summary>
    /// <param name="chunks">The chunks.</param>
    public static Heap Of(params IEnumerable<Chunk> chunks) => chunks.Aggregate(Empty, (heap, chunk) => heap.Add(chunk));

    /// <summary>How often a chunk occurs; <see cref="Infinitely"/> has its own meaning.</summary>
    /// <param name="chunk">The chunk.</param>
    public int CountOf(Chunk chunk) => multiplicities.GetValueOrDefault(chunk);

    /// <summary>Whether the chunk occurs, c ∈# h.</summary>
    /// <param name="chunk">The chunk.</param>
    public bool Contains(Chunk chunk) => multiplicities.ContainsKey(chunk);

    /// <summary>The heap with a chunk a number of times more.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="times">How often, at least 1, or <see cref="Infinitely"/>.</param>
    public Heap Add(Chunk chunk, int times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        var count = CountOf(chunk);
        return new(multiplicities.SetItem(chunk, count == Infinitely || times == Infinitely ? Infinitely : count + times));
    }

    /// <summary>The heap with one occurrence less. An infinite multiplicity stays.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <exception cref="InvalidOperationException">The chunk does not occur.</exception>
    public Heap Remove(Chunk chunk) => CountOf(chunk) switch
    {
        0 => throw new InvalidOperationException($"{chunk} does not occur."),
        1 => new(multiplicities.Remove(chunk)),
        Infinitely => this,
        var count => new(multiplicities.SetItem(chunk, count - 1)),
    };

    /// <summary>The sum of two heaps, h₁ +# h₂.</summary>
    /// <param name="other">The other heap.</param>
    public Heap Plus(Heap other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.multiplicities.Aggregate(this, (heap, entry) => heap.Add(entry.Key, entry.Value));
    }

    /// <inheritdoc/>
    public bool Equals(Heap? other) =>
        other is not null
        && multiplicities.Count == other.multiplicities.Count
        && multiplicities.All(entry => other.CountOf(entry.Key) == entry.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Heap);

    /// <inheritdoc/>
    public override int GetHashCode() => multiplicities.Aggregate(0, (hash, entry) => unchecked(hash + HashCode.Combine(entry.Key, entry.Value)));

    /// <summary>The chunks in braces, with their multiplicities.</summary>
    public override string ToString() => "{" + string.Join(", ", multiplicities
        .Select(entry => entry.Value switch { 1 => $"{entry.Key}", Infinitely => $"{entry.Key} ×∞", _ => $"{entry.Key} ×{entry.Value}" })
        .Order(StringComparer.Ordinal)) + "}#";
}
