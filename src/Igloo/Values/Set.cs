using System.Collections;
using System.Runtime.CompilerServices;
using Igloo.Terms.Evaluation;
using Igloo.Values.Storage;

namespace Igloo.Values;

/// <summary>A finite set. Immutable; two sets are equal when they have the same elements.</summary>
/// <typeparam name="T">The type of the elements, compared by value.</typeparam>
/// <remarks>
/// An operation that changes nothing returns the same instance. The order of enumeration is unspecified; models quantify
/// (<see cref="All"/>, <see cref="Exists"/>) instead. Safe for use by several threads.
/// </remarks>
[CollectionBuilder(typeof(CollectionExpressions), nameof(CollectionExpressions.Set))]
public sealed class Set<T> : IReadOnlyCollection<T>, IEquatable<Set<T>>
{
    private readonly Table<T, Unit> table;

    private Set(Table<T, Unit> table) => this.table = table;

    internal static ICollectionOperations Operations { get; } = new SetOperations<T>();

    /// <summary>The empty set, ∅.</summary>
    public static Set<T> Empty { get; } = new(default);

    /// <summary>The number of elements, |S|.</summary>
    public int Count => table.Count;

    /// <summary>Whether the set has no elements, S = ∅.</summary>
    public bool IsEmpty => table.Count == 0;

    /// <summary>The set of the given elements, {x₁, …, xₙ}; repetitions count once.</summary>
    /// <param name="elements">The elements in any order.</param>
    public static Set<T> Of(params ReadOnlySpan<T> elements)
    {
        if (elements.IsEmpty) return Empty;
        var entries = new Entry<T, Unit>[elements.Length];
        for (var i = 0; i < entries.Length; i++) entries[i] = Entry<T, Unit>.Of(elements[i], default);
        return new(Table<T, Unit>.Of(entries));
    }

    /// <summary>Membership, x ∈ S.</summary>
    /// <param name="element">The value looked for.</param>
    public bool Contains(T element) => table.ContainsKey(element);

    /// <summary>The set with one more element, S ∪ {x}.</summary>
    /// <param name="element">The element to add; where it is present the result is this instance.</param>
    public Set<T> Add(T element)
    {
        var larger = table.Put(element, default, out var changed);
        return changed ? new(larger) : this;
    }

    /// <summary>The set without an element, S \ {x}.</summary>
    /// <param name="element">The element to remove; where it is absent the result is this instance.</param>
    public Set<T> Remove(T element)
    {
        var smaller = table.Remove(element, out var changed);
        return changed ? From(smaller) : this;
    }

    /// <summary>The elements of either set, S ∪ R.</summary>
    /// <param name="other">The other set, R.</param>
    public Set<T> Union(Set<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Count >= other.Count ? AddAll(other) : other.AddAll(this);
    }

    /// <summary>The elements of both sets, S ∩ R.</summary>
    /// <param name="other">The other set, R.</param>
    public Set<T> Intersect(Set<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Count <= other.Count ? Where(other.Contains) : other.Where(Contains);
    }

    /// <summary>The elements of this set that the other does not have, S \ R.</summary>
    /// <param name="other">The other set, R.</param>
    public Set<T> Except(Set<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.IsEmpty ? this : RemoveWhere(other.Contains);
    }

    /// <summary>Inclusion, S ⊆ R.</summary>
    /// <param name="other">The other set, R.</param>
    public bool IsSubsetOf(Set<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Count <= other.Count && All(other.Contains);
    }

    /// <summary>Bounded universal quantification, ∀ x ∈ S. p(x); true of the empty set.</summary>
    /// <param name="predicate">The predicate p.</param>
    public bool All(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        foreach (ref readonly var entry in table)
            if (!predicate(entry.Key)) return false;
        return true;
    }

    /// <summary>Bounded existential quantification, ∃ x ∈ S. p(x); false of the empty set.</summary>
    /// <param name="predicate">The predicate p.</param>
    public bool Exists(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        foreach (ref readonly var entry in table)
            if (predicate(entry.Key)) return true;
        return false;
    }

    /// <summary>Comprehension, {x ∈ S | p(x)}.</summary>
    /// <param name="predicate">The predicate p, which elements are kept.</param>
    public Set<T> Where(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return WithTable(table.Filter(entry => predicate(entry.Key)));
    }

    /// <summary>Bulk removal, {x ∈ S | ¬p(x)}.</summary>
    /// <param name="predicate">The predicate p, which elements go.</param>
    public Set<T> RemoveWhere(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return WithTable(table.Filter(entry => !predicate(entry.Key)));
    }

    /// <summary>Bulk addition, S ∪ {x ∈ D | p(x)}.</summary>
    /// <param name="domain">The domain D: its finite list in execution, the whole sort in a proof.</param>
    /// <param name="predicate">The predicate p, which elements of the domain are added.</param>
    public Set<T> AddWhere(Domain<T> domain, Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(predicate);
        List<Entry<T, Unit>>? absent = null;
        foreach (var element in domain.Elements)
            if (predicate(element) && !Contains(element)) (absent ??= []).Add(Entry<T, Unit>.Of(element, default));
        return absent is null ? this : new(table.PutAbsent(absent));
    }

    /// <summary>Extensional equality, ∀ x. x ∈ S ⇔ x ∈ R.</summary>
    /// <param name="other">The other set, R.</param>
    public bool Equals(Set<T>? other) => ReferenceEquals(this, other) || (other is not null && table.SameAs(other.table));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Set<T>);

    /// <summary>A hash code of the elements, known beforehand, whatever the order in which they came.</summary>
    public override int GetHashCode() => table.ContentHash;

    /// <summary>The elements in ascending order, as in <c>{0, 1}</c>.</summary>
    public override string ToString() => ValueText.Braces(ValueText.Ordered(this));

    /// <summary>Enumerates the elements in an unspecified order.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        foreach (var entry in table) yield return entry.Key;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Equality by value.</summary>
    /// <param name="left">A set.</param>
    /// <param name="right">Another set.</param>
    public static bool operator ==(Set<T>? left, Set<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality by value.</summary>
    /// <param name="left">A set.</param>
    /// <param name="right">Another set.</param>
    public static bool operator !=(Set<T>? left, Set<T>? right) => !(left == right);

    internal static Set<T> From(Table<T, Unit> table) => table.Count == 0 ? Empty : new(table);

    private Set<T> WithTable(Table<T, Unit> changed) => changed.Count == Count ? this : From(changed);

    private Set<T> AddAll(Set<T> other)
    {
        List<Entry<T, Unit>>? absent = null;
        foreach (var entry in other.table)
            if (!Contains(entry.Key)) (absent ??= []).Add(entry);
        return absent is null ? this : new(table.PutAbsent(absent));
    }
}
