using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Igloo.Terms.Evaluation;
using Igloo.Values.Storage;

namespace Igloo.Values;

/// <summary>A partial map with finitely many keys. Immutable; equal when keys and values are.</summary>
/// <typeparam name="K">The type of the keys, compared by value.</typeparam>
/// <typeparam name="V">The type of the values, compared by value.</typeparam>
/// <remarks>An operation that changes nothing returns the same instance. Safe for use by several threads.</remarks>
public sealed class FiniteMap<K, V> : IReadOnlyCollection<KeyValuePair<K, V>>, IEquatable<FiniteMap<K, V>>
{
    private readonly Table<K, V> table;

    private FiniteMap(Table<K, V> table) => this.table = table;

    internal static ICollectionOperations Operations { get; } = new FiniteMapOperations<K, V>();

    /// <summary>The map without keys.</summary>
    public static FiniteMap<K, V> Empty { get; } = new(default);

    /// <summary>The number of keys, |dom m|.</summary>
    public int Count => table.Count;

    /// <summary>The domain of definition, dom m.</summary>
    public Set<K> Keys => Set<K>.From(table.Keys());

    /// <summary>Application, m(k). Undefined in a proof where the key is absent.</summary>
    /// <param name="key">The argument k.</param>
    /// <exception cref="KeyNotFoundException">The key is absent; the message names it.</exception>
    public V this[K key] =>
        table.TryGet(key, out var value)
            ? value
            : throw new KeyNotFoundException($"The map has no key {ValueText.Of(key)}. Its keys are {Keys}.");

    /// <summary>Definedness, k ∈ dom m.</summary>
    /// <param name="key">The key k.</param>
    public bool ContainsKey(K key) => table.ContainsKey(key);

    /// <summary>Functional update, m[k := v]; the key becomes defined.</summary>
    /// <param name="key">The key k.</param>
    /// <param name="value">Its new value v.</param>
    public FiniteMap<K, V> Set(K key, V value)
    {
        var updated = table.Put(key, value, out var changed);
        return changed ? new(updated) : this;
    }

    /// <summary>Restriction of the domain, m restricted to dom m \ {k}.</summary>
    /// <param name="key">The key k; where it is absent the result is this instance.</param>
    public FiniteMap<K, V> Remove(K key)
    {
        var smaller = table.Remove(key, out var changed);
        return !changed ? this : smaller.Count == 0 ? Empty : new(smaller);
    }

    /// <summary>Bounded universal quantification, ∀ k ∈ dom m. p(k, m(k)).</summary>
    /// <param name="predicate">The predicate p of key and value.</param>
    public bool All(Func<K, V, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        foreach (ref readonly var entry in table)
            if (!predicate(entry.Key, entry.Value)) return false;
        return true;
    }

    /// <summary>Bounded existential quantification, ∃ k ∈ dom m. p(k, m(k)).</summary>
    /// <param name="predicate">The predicate p of key and value.</param>
    public bool Exists(Func<K, V, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        foreach (ref readonly var entry in table)
            if (predicate(entry.Key, entry.Value)) return true;
        return false;
    }

    /// <summary>Equality of domain and values.</summary>
    /// <param name="other">The other map.</param>
    public bool Equals(FiniteMap<K, V>? other) =>
        ReferenceEquals(this, other) || (other is not null && table.SameAs(other.table));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FiniteMap<K, V>);

    /// <summary>A hash code of keys and values, known beforehand, whatever the order of updates.</summary>
    public override int GetHashCode() => table.ContentHash;

    /// <summary>The entries in ascending order of keys, as in <c>{ 1: {0} }</c>.</summary>
    public override string ToString() => ValueText.Entries([.. ValueText.OrderedPairs(this)]);

    /// <summary>Enumerates the keys with their values in an unspecified order.</summary>
    public IEnumerator<KeyValuePair<K, V>> GetEnumerator() => new TablePairs<K, V>(table).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal bool TryGet(K key, [MaybeNullWhen(false)] out V value) => table.TryGet(key, out value);

    /// <summary>Equality by value.</summary>
    /// <param name="left">A map.</param>
    /// <param name="right">Another map.</param>
    public static bool operator ==(FiniteMap<K, V>? left, FiniteMap<K, V>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality by value.</summary>
    /// <param name="left">A map.</param>
    /// <param name="right">Another map.</param>
    public static bool operator !=(FiniteMap<K, V>? left, FiniteMap<K, V>? right) => !(left == right);
}
