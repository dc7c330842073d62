using System.Collections;
using System.Runtime.CompilerServices;
using Igloo.Terms.Evaluation;
using Igloo.Values.Storage;

namespace Igloo.Values;

/// <summary>A finite multiset: each element with the number of its occurrences. Immutable, compared by value.</summary>
/// <typeparam name="T">The type of the elements, compared by value.</typeparam>
/// <remarks>An operation that changes nothing returns the same instance. Safe for use by several threads.</remarks>
[CollectionBuilder(typeof(CollectionExpressions), nameof(CollectionExpressions.Bag))]
public sealed class Bag<T> : IReadOnlyCollection<T>, IEquatable<Bag<T>>
{
    private readonly Table<T, int> table;

    private Bag(Table<T, int> table, int count)
    {
        this.table = table;
        Count = count;
    }

    internal static ICollectionOperations Operations { get; } = new BagOperations<T>();

    /// <summary>The bag without elements.</summary>
    public static Bag<T> Empty { get; } = new(default, 0);

    /// <summary>The number of occurrences in all, Σ b(x).</summary>
    public int Count { get; }

    /// <summary>The bag of the given elements, as often as each is given.</summary>
    /// <param name="elements">The elements in any order.</param>
    public static Bag<T> Of(params ReadOnlySpan<T> elements)
    {
        var bag = Empty;
        foreach (var element in elements) bag = bag.Add(element);
        return bag;
    }

    /// <summary>Multiplicity, b(x); 0 where the element is absent.</summary>
    /// <param name="element">The element x.</param>
    public int CountOf(T element) => table.TryGet(element, out var count) ? count : 0;

    /// <summary>Membership, b(x) &gt; 0.</summary>
    /// <param name="element">The element x.</param>
    public bool Contains(T element) => table.ContainsKey(element);

    /// <summary>The bag with one more occurrence, b[x := b(x) + 1].</summary>
    /// <param name="element">The element x.</param>
    public Bag<T> Add(T element) => new(table.Put(element, CountOf(element) + 1, out _), Count + 1);

    /// <summary>The bag with one occurrence less, b[x := max(b(x) - 1, 0)].</summary>
    /// <param name="element">The element x; where it is absent the result is this instance.</param>
    public Bag<T> Remove(T element) => CountOf(element) switch
    {
        0 => this,
        1 => Count == 1 ? Empty : new(table.Remove(element, out _), Count - 1),
        var count => new(table.Put(element, count - 1, out _), Count - 1),
    };

    /// <summary>The sum, λ x. b(x) + c(x).</summary>
    /// <param name="other">The other bag, c.</param>
    public Bag<T> Union(Bag<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Count == 0) return this;
        if (table.Count < other.table.Count) return other.Union(this);
        var sum = table;
        foreach (var entry in other.table) sum = sum.Put(entry.Key, CountOf(entry.Key) + entry.Value, out _);
        return new(sum, Count + other.Count);
    }

    /// <summary>Bounded universal quantification, ∀ x. b(x) &gt; 0 ⇒ p(x).</summary>
    /// <param name="predicate">The predicate p, asked once for equal elements.</param>
    public bool All(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        foreach (ref readonly var entry in table)
            if (!predicate(entry.Key)) return false;
        return true;
    }

    /// <summary>Bounded existential quantification, ∃ x. b(x) &gt; 0 ∧ p(x).</summary>
    /// <param name="predicate">The predicate p, asked once for equal elements.</param>
    public bool Exists(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        foreach (ref readonly var entry in table)
            if (predicate(entry.Key)) return true;
        return false;
    }

    /// <summary>Equality of all multiplicities, ∀ x. b(x) = c(x).</summary>
    /// <param name="other">The other bag, c.</param>
    public bool Equals(Bag<T>? other) => ReferenceEquals(this, other) || (other is not null && table.SameAs(other.table));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Bag<T>);

    /// <summary>A hash code of the multiplicities, known beforehand, whatever the order in which elements came.</summary>
    public override int GetHashCode() => table.ContentHash;

    /// <summary>The elements in ascending order, repeated ones with their number, as in <c>{| 0, 1 x3 |}</c>.</summary>
    public override string ToString() => ValueText.Multiplicities(new TablePairs<T, int>(table));

    /// <summary>Enumerates all occurrences, equal elements one after the other, otherwise in an unspecified order.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        foreach (var entry in table)
            for (var i = 0; i < entry.Value; i++) yield return entry.Key;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Equality by value.</summary>
    /// <param name="left">A bag.</param>
    /// <param name="right">Another bag.</param>
    public static bool operator ==(Bag<T>? left, Bag<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality by value.</summary>
    /// <param name="left">A bag.</param>
    /// <param name="right">Another bag.</param>
    public static bool operator !=(Bag<T>? left, Bag<T>? right) => !(left == right);
}
