using System.Collections;
using System.Runtime.CompilerServices;
using Igloo.Terms.Evaluation;
using Igloo.Values.Storage;

namespace Igloo.Values;

/// <summary>A finite sequence, ⟨x₀, …, xₙ₋₁⟩. Immutable; equal when the elements are, place by place.</summary>
/// <typeparam name="T">The type of the elements, compared by value.</typeparam>
/// <remarks>
/// Appending to the latest version costs amortised constant time, <see cref="Rest"/>, <see cref="Take"/> and <see cref="Skip"/> constant
/// time, all other changes a copy. Safe for use by several threads.
/// </remarks>
[CollectionBuilder(typeof(CollectionExpressions), nameof(CollectionExpressions.Seq))]
public sealed class Seq<T> : IReadOnlyList<T>, IEquatable<Seq<T>>
{
    private const int HashBase = 31;
    private const int HashKnown = 1;

    private readonly AppendBuffer<T> buffer;
    private readonly int start;
    private int hash;
    private int hashState;

    private Seq(AppendBuffer<T> buffer, int start, int count)
    {
        this.buffer = buffer;
        this.start = start;
        Count = count;
    }

    private Seq(T[] items)
        : this(new AppendBuffer<T>(items, items.Length), 0, items.Length)
    {
    }

    internal static ICollectionOperations Operations { get; } = new SeqOperations<T>();

    /// <summary>The empty sequence, ⟨⟩.</summary>
    public static Seq<T> Empty { get; } = new([]);

    /// <summary>The length, n.</summary>
    public int Count { get; }

    /// <summary>Whether the sequence has no elements.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The first element, x₀.</summary>
    /// <exception cref="InvalidOperationException">The sequence is empty.</exception>
    public T First => Count > 0 ? Items[0] : throw new InvalidOperationException("The empty sequence has no first element.");

    /// <summary>The sequence without its first element, ⟨x₁, …, xₙ₋₁⟩.</summary>
    /// <exception cref="InvalidOperationException">The sequence is empty.</exception>
    public Seq<T> Rest =>
        Count > 0 ? Slice(1, Count - 1) : throw new InvalidOperationException("The empty sequence has no rest.");

    /// <summary>The element at an index, xᵢ.</summary>
    /// <param name="index">The index i, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 ≤ i &lt; n; the message names both.</exception>
    public T this[int index] => index >= 0 && index < Count ? buffer.Items[start + index] : throw OutOfRange(index);

    private ReadOnlySpan<T> Items => buffer.Items.AsSpan(start, Count);

    /// <summary>The sequence of the given elements.</summary>
    /// <param name="elements">The elements in order.</param>
    public static Seq<T> Of(params ReadOnlySpan<T> elements) => elements.IsEmpty ? Empty : new(elements.ToArray());

    /// <summary>The sequence with one more element at its end, s · ⟨x⟩.</summary>
    /// <param name="element">The element x.</param>
    public Seq<T> Append(T element)
    {
        var end = start + Count;
        var extended = buffer.TryAppend(end, element)
            ? new Seq<T>(buffer, start, Count + 1)
            : Grown(element);
        if (Volatile.Read(ref hashState) == HashKnown) extended.RememberHash(unchecked((hash * HashBase) + Hashing.Mix(Hashing.Of(element))));
        return extended;
    }

    /// <summary>The sequence with one more element at its beginning, ⟨x⟩ · s.</summary>
    /// <param name="element">The element x.</param>
    public Seq<T> Prepend(T element) => new([element, .. Items]);

    /// <summary>Concatenation, s · t.</summary>
    /// <param name="other">The sequence t that follows.</param>
    public Seq<T> Concat(Seq<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.IsEmpty) return this;
        return IsEmpty ? other : new([.. Items, .. other.Items]);
    }

    /// <summary>The prefix of the given length, ⟨x₀, …, xₖ₋₁⟩; all of it where k ≥ n, empty where k ≤ 0.</summary>
    /// <param name="count">The length k.</param>
    public Seq<T> Take(int count) => Slice(0, Math.Clamp(count, 0, Count));

    /// <summary>What follows that prefix, ⟨xₖ, …, xₙ₋₁⟩; empty where k ≥ n, all of it where k ≤ 0.</summary>
    /// <param name="count">The length k of the prefix that is left out.</param>
    public Seq<T> Skip(int count)
    {
        var skipped = Math.Clamp(count, 0, Count);
        return Slice(skipped, Count - skipped);
    }

    /// <summary>Update at an index, s[i := x].</summary>
    /// <param name="index">The index i, counted from 0.</param>
    /// <param name="element">The new element x.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 ≤ i &lt; n; the message names both.</exception>
    public Seq<T> Set(int index, T element)
    {
        if (Hashing.AreEqual(this[index], element)) return this;
        var copy = Items.ToArray();
        copy[index] = element;
        return new(copy);
    }

    /// <summary>Prefix order, ∃ u. s · u = t.</summary>
    /// <param name="other">The sequence t.</param>
    public bool IsPrefixOf(Seq<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Count <= other.Count && SameItems(other, Count);
    }

    /// <summary>Occurrence, ∃ i. xᵢ = x.</summary>
    /// <param name="element">The value x looked for.</param>
    public bool Contains(T element)
    {
        foreach (var item in Items)
            if (Hashing.AreEqual(item, element)) return true;
        return false;
    }

    /// <summary>Universal quantification over the elements, ∀ i. p(xᵢ).</summary>
    /// <param name="predicate">The predicate p.</param>
    public bool All(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        foreach (var item in Items)
            if (!predicate(item)) return false;
        return true;
    }

    /// <summary>Existential quantification over the elements, ∃ i. p(xᵢ).</summary>
    /// <param name="predicate">The predicate p.</param>
    public bool Exists(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        foreach (var item in Items)
            if (predicate(item)) return true;
        return false;
    }

    /// <summary>Universal quantification over the pairs in order, ∀ i &lt; j. p(xᵢ, xⱼ).</summary>
    /// <param name="predicate">The predicate p of the earlier and the later element.</param>
    public bool AllPairs(Func<T, T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        for (var later = 1; later < Count; later++)
            for (var earlier = 0; earlier < later; earlier++)
                if (!predicate(Items[earlier], Items[later])) return false;
        return true;
    }

    /// <summary>Equality of length and of the elements at each index.</summary>
    /// <param name="other">The other sequence.</param>
    public bool Equals(Seq<T>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Count == other.Count && GetHashCode() == other.GetHashCode() && SameItems(other, Count));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Seq<T>);

    /// <summary>A hash code of the elements in order, computed once.</summary>
    public override int GetHashCode()
    {
        if (Volatile.Read(ref hashState) == HashKnown) return hash;
        var sum = 0;
        foreach (var item in Items) sum = unchecked((sum * HashBase) + Hashing.Mix(Hashing.Of(item)));
        RememberHash(sum);
        return sum;
    }

    /// <summary>The elements in order, as in <c>[0, 1]</c>.</summary>
    public override string ToString() => ValueText.Brackets(this);

    /// <summary>Enumerates the elements in order.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return buffer.Items[start + i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Equality by value.</summary>
    /// <param name="left">A sequence.</param>
    /// <param name="right">Another sequence.</param>
    public static bool operator ==(Seq<T>? left, Seq<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality by value.</summary>
    /// <param name="left">A sequence.</param>
    /// <param name="right">Another sequence.</param>
    public static bool operator !=(Seq<T>? left, Seq<T>? right) => !(left == right);

    private Seq<T> Slice(int from, int count) =>
        count == Count ? this : count == 0 ? Empty : new(buffer, start + from, count);

    private Seq<T> Grown(T element)
    {
        var items = new T[Math.Max(4, Count * 2)];
        Items.CopyTo(items);
        items[Count] = element;
        return new(new AppendBuffer<T>(items, Count + 1), 0, Count + 1);
    }

    private bool SameItems(Seq<T> other, int count) =>
        (ReferenceEquals(buffer, other.buffer) && start == other.start)
        || Items[..count].SequenceEqual(other.Items[..count], EqualityComparer<T>.Default);

    private void RememberHash(int known)
    {
        hash = known;
        Volatile.Write(ref hashState, HashKnown);
    }

    private ArgumentOutOfRangeException OutOfRange(int index) =>
        new(nameof(index), index, $"The index {index} is outside the sequence, which has {Count} elements.");
}
