using Igloo.Terms.Evaluation;
using Igloo.Values.Storage;

namespace Igloo.Values;

/// <summary>
/// A total map: every key has a value, all but finitely many the default. Immutable, compared by value.
/// </summary>
/// <typeparam name="K">The type of the keys, compared by value.</typeparam>
/// <typeparam name="V">The type of the values, compared by value.</typeparam>
/// <remarks>
/// Two maps are equal when they have the same default and the same exceptions to it; a key set to the default is no exception.
/// On an infinite type of keys this is equality of functions; on a finite one, two maps that agree on every key but have other
/// defaults are told apart, in execution and in proofs alike. To compare what can be read, say <c>keys.All(k => a[k] == b[k])</c>. An operation that changes nothing returns the same instance. Safe for use by several threads.
/// </remarks>
public sealed class Map<K, V> : IEquatable<Map<K, V>>
{
    private readonly Table<K, V> table;
    private readonly int defaultHash;

    private Map(Table<K, V> table, V @default, int defaultHash)
    {
        this.table = table;
        Default = @default;
        this.defaultHash = defaultHash;
    }

    internal static ICollectionOperations Operations { get; } = new MapOperations<K, V>();

    /// <summary>The value of every key that is no exception. Part of equality even where every key is one; a model cannot read it.</summary>
    public V Default { get; }

    /// <summary>The keys whose value is not <see cref="Default"/>, each with its value, in an unspecified order.</summary>
    public IReadOnlyCollection<KeyValuePair<K, V>> Exceptions => new TablePairs<K, V>(table);

    /// <summary>The constant map, λ k. v.</summary>
    /// <param name="value">The value v of every key.</param>
    public static Map<K, V> Constant(V value) => new(default, value, Hashing.Of(value));

    /// <summary>Application, m(k). Never fails.</summary>
    /// <param name="key">The argument k.</param>
    public V this[K key] => table.TryGet(key, out var value) ? value : Default;

    /// <summary>Functional update, m[k := v].</summary>
    /// <param name="key">The key k.</param>
    /// <param name="value">Its new value v.</param>
    public Map<K, V> Set(K key, V value)
    {
        var updated = Put(table, key, value, out var changed);
        return changed ? new(updated, Default, defaultHash) : this;
    }

    /// <summary>Functional update by a function of the old value, m[k := f(m(k))].</summary>
    /// <param name="key">The key k.</param>
    /// <param name="update">The function f.</param>
    public Map<K, V> Update(K key, Func<V, V> update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return Set(key, update(this[key]));
    }

    /// <summary>Bulk update, λ k. if k ∈ D ∧ p(k) then f(k) else m(k).</summary>
    /// <param name="domain">The domain D: its finite list in execution, the whole sort in a proof.</param>
    /// <param name="where">The predicate p, which keys change.</param>
    /// <param name="value">The function f to the new values; it and the predicate may read this map, which stays as it is.</param>
    public Map<K, V> SetWhere(Domain<K> domain, Func<K, bool> where, Func<K, V> value)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(where);
        ArgumentNullException.ThrowIfNull(value);
        var updated = table;
        var anyChanged = false;
        foreach (var key in domain.Elements)
        {
            if (!where(key)) continue;
            updated = Put(updated, key, value(key), out var changed);
            anyChanged |= changed;
        }

        return anyChanged ? new(updated, Default, defaultHash) : this;
    }

    /// <summary>Equality of the defaults and of the exceptions.</summary>
    /// <param name="other">The other map.</param>
    public bool Equals(Map<K, V>? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && defaultHash == other.defaultHash
            && table.SameAs(other.table)
            && Hashing.AreEqual(Default, other.Default));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Map<K, V>);

    /// <summary>A hash code of default and exceptions, known beforehand, whatever the order of updates.</summary>
    public override int GetHashCode() => Hashing.Combine(table.ContentHash, defaultHash);

    /// <summary>The exceptions in ascending order of keys, then the default, as in <c>{ 1: {0}, else {} }</c>.</summary>
    public override string ToString() =>
        ValueText.Entries([.. ValueText.OrderedPairs(Exceptions), "else " + ValueText.Of(Default)]);

    /// <summary>Equality by value.</summary>
    /// <param name="left">A map.</param>
    /// <param name="right">Another map.</param>
    public static bool operator ==(Map<K, V>? left, Map<K, V>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Inequality by value.</summary>
    /// <param name="left">A map.</param>
    /// <param name="right">Another map.</param>
    public static bool operator !=(Map<K, V>? left, Map<K, V>? right) => !(left == right);

    private Table<K, V> Put(in Table<K, V> target, K key, V value, out bool changed) =>
        Hashing.AreEqual(value, Default)
            ? target.Remove(key, out changed)
            : target.Put(key, value, out changed);
}
