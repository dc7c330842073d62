using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Igloo.Values.Storage;

/// <summary>
/// A persistent hash table, the store behind the unordered values: one sorted array while small, a hash trie when big. The hash
/// code of the contents is kept up to date with every change. A struct, so that its owner is one object and one array.
/// </summary>
internal readonly struct Table<K, V>
{
    private readonly object? root;
    private readonly int hash;

    private Table(object? root, int count, int hash)
    {
        this.root = root;
        Count = count;
        this.hash = hash;
    }

    public int Count { get; }

    /// <summary>Independent of the order of insertion.</summary>
    public int ContentHash => unchecked(hash + (Count * 31));

    /// <summary>Builds a table; of entries with equal keys one is kept.</summary>
    public static Table<K, V> Of(Entry<K, V>[] entries)
    {
        Nodes<K, V>.SortByHash(entries);
        var size = 0;
        var hash = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            if (IsAmong(entries, size, entries[i])) continue;
            hash = unchecked(hash + entries[i].Contribution);
            entries[size++] = entries[i];
        }

        if (size < entries.Length) Array.Resize(ref entries, size);
        return new(Nodes<K, V>.Build(entries, Nodes<K, V>.TopShift), size, hash);
    }

    public bool ContainsKey(K key) => !Unsafe.IsNullRef(in Nodes<K, V>.Find(root, Hashing.Of(key), key));

    public bool TryGet(K key, [MaybeNullWhen(false)] out V value)
    {
        ref readonly var entry = ref Nodes<K, V>.Find(root, Hashing.Of(key), key);
        var found = !Unsafe.IsNullRef(in entry);
        value = found ? entry.Value : default;
        return found;
    }

    /// <summary>The table with this entry; <paramref name="changed"/> is false where it was there already.</summary>
    public Table<K, V> Put(K key, V value, out bool changed)
    {
        var entry = Entry<K, V>.Of(key, value);
        ref readonly var old = ref Nodes<K, V>.Find(root, entry.Hash, key);
        if (Unsafe.IsNullRef(in old))
        {
            changed = true;
            return new(Nodes<K, V>.Insert(root, Nodes<K, V>.TopShift, entry), Count + 1, unchecked(hash + entry.Contribution));
        }

        changed = !Hashing.AreEqual(old.Value, value);
        return changed
            ? new(Nodes<K, V>.Replace(root!, Nodes<K, V>.TopShift, entry), Count, unchecked(hash - old.Contribution + entry.Contribution))
            : this;
    }

    /// <summary>The table without this key; <paramref name="changed"/> is false where it was absent.</summary>
    public Table<K, V> Remove(K key, out bool changed)
    {
        var keyHash = Hashing.Of(key);
        ref readonly var old = ref Nodes<K, V>.Find(root, keyHash, key);
        changed = !Unsafe.IsNullRef(in old);
        return changed
            ? new(Nodes<K, V>.Delete(root!, Nodes<K, V>.TopShift, keyHash, key), Count - 1, unchecked(hash - old.Contribution))
            : this;
    }

    /// <summary>Adds distinct entries whose keys are absent, at once where that is cheaper.</summary>
    public Table<K, V> PutAbsent(List<Entry<K, V>> absent)
    {
        var newHash = hash;
        foreach (var entry in absent) newHash = unchecked(newHash + entry.Contribution);

        if (absent.Count * 4 < Count)
        {
            var grown = root;
            foreach (var entry in absent) grown = Nodes<K, V>.Insert(grown, Nodes<K, V>.TopShift, entry);
            return new(grown, Count + absent.Count, newHash);
        }

        var all = new Entry<K, V>[Count + absent.Count];
        absent.CopyTo(all);
        var filled = absent.Count;
        foreach (ref readonly var entry in this) all[filled++] = entry;
        Nodes<K, V>.SortByHash(all);
        return new(Nodes<K, V>.Build(all, Nodes<K, V>.TopShift), all.Length, newHash);
    }

    /// <summary>The entries that satisfy the predicate; the count is unchanged exactly when all do.</summary>
    public Table<K, V> Filter(Func<Entry<K, V>, bool> keep)
    {
        var count = Count;
        var newHash = hash;
        var filtered = Nodes<K, V>.Filter(root, keep, ref count, ref newHash);
        return new(filtered, count, newHash);
    }

    /// <summary>The keys alone.</summary>
    public Table<K, Unit> Keys()
    {
        var newHash = 0;
        foreach (ref readonly var entry in this) newHash = unchecked(newHash + Hashing.Mix(entry.Hash));
        return new(Nodes<K, V>.Select(root, static _ => default(Unit)), Count, newHash);
    }

    public bool SameAs(in Table<K, V> other) =>
        hash == other.hash && Count == other.Count && Nodes<K, V>.AreEqual(root, other.root);

    public TableEnumerator<K, V> GetEnumerator() => new(root);

    private static bool IsAmong(Entry<K, V>[] entries, int size, in Entry<K, V> entry)
    {
        for (var i = size - 1; i >= 0 && entries[i].Hash == entry.Hash; i--)
            if (Hashing.AreEqual(entries[i].Key, entry.Key)) return true;
        return false;
    }
}
