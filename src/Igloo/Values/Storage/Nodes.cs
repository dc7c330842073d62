using System.Runtime.CompilerServices;

namespace Igloo.Values.Storage;

/// <summary>
/// The nodes of a hash trie. A node is null, an array of entries in ascending order of hash code, or a <see cref="Branch"/>.
/// </summary>
/// <remarks>
/// Invariant: a node is a branch exactly when it has more than <see cref="LeafCapacity"/> entries and hash bits are left. So the
/// shape depends on the keys only, never on the order of insertion, and two equal tables can be compared node by node.
/// </remarks>
internal static class Nodes<K, V>
{
    public const int LeafCapacity = 16;
    public const int TopShift = 28;
    private const int Bits = 4;

    /// <summary>The entry of the key, or a null reference.</summary>
    public static ref readonly Entry<K, V> Find(object? node, int hash, K key)
    {
        for (var shift = TopShift; node is Branch branch; shift -= Bits)
            node = branch[Hashing.Slot(hash, shift)];
        if (node is null) return ref Unsafe.NullRef<Entry<K, V>>();

        var leaf = Leaf(node);
        for (var i = 0; i < leaf.Length; i++)
        {
            ref readonly var entry = ref leaf[i];
            if (entry.Hash == hash && Hashing.AreEqual(entry.Key, key)) return ref entry;
        }

        return ref Unsafe.NullRef<Entry<K, V>>();
    }

    /// <summary>Adds an entry whose key is absent.</summary>
    public static object Insert(object? node, int shift, in Entry<K, V> entry)
    {
        switch (node)
        {
            case null:
                return new[] { entry };
            case Branch branch:
                var slot = Hashing.Slot(entry.Hash, shift);
                return branch.With(slot, Insert(branch[slot], shift - Bits, entry), branch.Count + 1);
        }

        var leaf = Leaf(node);
        var index = leaf.Length;
        while (index > 0 && leaf[index - 1].Hash > entry.Hash) index--;
        var longer = new Entry<K, V>[leaf.Length + 1];
        Array.Copy(leaf, longer, index);
        longer[index] = entry;
        Array.Copy(leaf, index, longer, index + 1, leaf.Length - index);
        return IsLeafSize(longer.Length, shift) ? longer : Split(longer, shift);
    }

    /// <summary>Exchanges the entry of a key that is present.</summary>
    public static object Replace(object node, int shift, in Entry<K, V> entry)
    {
        if (node is Branch branch)
        {
            var slot = Hashing.Slot(entry.Hash, shift);
            return branch.With(slot, Replace(branch[slot]!, shift - Bits, entry), branch.Count);
        }

        var copy = (Entry<K, V>[])Leaf(node).Clone();
        copy[IndexOf(copy, entry.Hash, entry.Key)] = entry;
        return copy;
    }

    /// <summary>Drops the entry of a key that is present.</summary>
    public static object? Delete(object node, int shift, int hash, K key)
    {
        if (node is Branch branch)
        {
            var slot = Hashing.Slot(hash, shift);
            var smaller = branch.With(slot, Delete(branch[slot]!, shift - Bits, hash, key), branch.Count - 1);
            return smaller.Count > LeafCapacity ? smaller : Collapse(smaller);
        }

        var leaf = Leaf(node);
        if (leaf.Length == 1) return null;
        var index = IndexOf(leaf, hash, key);
        var shorter = new Entry<K, V>[leaf.Length - 1];
        Array.Copy(leaf, shorter, index);
        Array.Copy(leaf, index + 1, shorter, index, shorter.Length - index);
        return shorter;
    }

    /// <summary>Builds a node from entries in ascending order of hash code with distinct keys. Takes the array over.</summary>
    public static object? Build(Entry<K, V>[] sorted, int shift) =>
        sorted.Length == 0 ? null : IsLeafSize(sorted.Length, shift) ? sorted : Split(sorted, shift);

    /// <summary>Keeps the entries that satisfy the predicate, which is asked once for each; counts what goes.</summary>
    public static object? Filter(object? node, Func<Entry<K, V>, bool> keep, ref int count, ref int hash)
    {
        if (node is null) return null;
        if (node is not Branch branch) return FilterLeaf(Leaf(node), keep, ref count, ref hash);

        var before = count;
        var filtered = new object?[Branch.Width];
        for (var slot = 0; slot < Branch.Width; slot++) filtered[slot] = Filter(branch[slot], keep, ref count, ref hash);
        if (count == before) return branch;

        var result = new Branch(branch.Count - (before - count));
        for (var slot = 0; slot < Branch.Width; slot++) result[slot] = filtered[slot];
        return result.Count > LeafCapacity ? result : result.Count == 0 ? null : Collapse(result);
    }

    /// <summary>The same keys in the same shape with other values.</summary>
    public static object? Select<W>(object? node, Func<V, W> select)
    {
        if (node is null) return null;
        if (node is not Branch branch)
            return Array.ConvertAll(Leaf(node), entry => new Entry<K, W>(entry.Hash, entry.Key, select(entry.Value)));

        var result = new Branch(branch.Count);
        for (var slot = 0; slot < Branch.Width; slot++) result[slot] = Select(branch[slot], select);
        return result;
    }

    /// <summary>Whether two nodes at the same place hold the same entries.</summary>
    public static bool AreEqual(object? left, object? right)
    {
        if (ReferenceEquals(left, right)) return true;
        if (left is null || right is null) return false;
        if (left is Branch branch)
        {
            if (right is not Branch other || branch.Count != other.Count) return false;
            for (var slot = 0; slot < Branch.Width; slot++)
                if (!AreEqual(branch[slot], other[slot])) return false;
            return true;
        }

        return right is not Branch && AreEqual(Leaf(left), Leaf(right));
    }

    /// <summary>Puts entries into the order of a leaf.</summary>
    public static void SortByHash(Span<Entry<K, V>> entries)
    {
        if (entries.Length > LeafCapacity)
        {
            entries.Sort(static (a, b) => a.Hash.CompareTo(b.Hash));
            return;
        }

        for (var i = 1; i < entries.Length; i++)
        {
            var entry = entries[i];
            var at = i;
            for (; at > 0 && entries[at - 1].Hash > entry.Hash; at--) entries[at] = entries[at - 1];
            entries[at] = entry;
        }
    }

    /// <summary>A node that is known to be a leaf.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Entry<K, V>[] Leaf(object node) => Unsafe.As<Entry<K, V>[]>(node);

    private static bool AreEqual(Entry<K, V>[] left, Entry<K, V>[] right)
    {
        if (left.Length != right.Length) return false;
        for (var i = 0; i < left.Length; i++)
        {
            ref readonly var entry = ref left[i];
            if (entry.Hash != right[i].Hash) return false;
            // Only keys with equal hash codes can stand in another order.
            var at = Hashing.AreEqual(entry.Key, right[i].Key) ? i : IndexOf(right, entry.Hash, entry.Key);
            if (at < 0 || !Hashing.AreEqual(entry.Value, right[at].Value)) return false;
        }

        return true;
    }

    private static bool IsLeafSize(int length, int shift) => length <= LeafCapacity || shift < 0;

    private static Branch Split(Entry<K, V>[] sorted, int shift)
    {
        Span<int> sizes = stackalloc int[Branch.Width];
        sizes.Clear();
        foreach (ref readonly var entry in sorted.AsSpan()) sizes[Hashing.Slot(entry.Hash, shift)]++;

        var parts = new Entry<K, V>[Branch.Width][];
        for (var slot = 0; slot < Branch.Width; slot++) parts[slot] = sizes[slot] == 0 ? [] : new Entry<K, V>[sizes[slot]];

        sizes.Clear();
        foreach (ref readonly var entry in sorted.AsSpan())
        {
            var slot = Hashing.Slot(entry.Hash, shift);
            parts[slot][sizes[slot]++] = entry;
        }

        var branch = new Branch(sorted.Length);
        for (var slot = 0; slot < Branch.Width; slot++) branch[slot] = Build(parts[slot], shift - Bits);
        return branch;
    }

    private static Entry<K, V>[] Collapse(Branch branch)
    {
        var entries = new Entry<K, V>[branch.Count];
        var filled = 0;
        Gather(branch, entries, ref filled);
        SortByHash(entries);
        return entries;
    }

    private static void Gather(object? node, Entry<K, V>[] entries, ref int filled)
    {
        if (node is null) return;
        if (node is Branch branch)
        {
            for (var slot = 0; slot < Branch.Width; slot++) Gather(branch[slot], entries, ref filled);
            return;
        }

        var leaf = Leaf(node);
        leaf.CopyTo(entries, filled);
        filled += leaf.Length;
    }

    private static Entry<K, V>[]? FilterLeaf(Entry<K, V>[] leaf, Func<Entry<K, V>, bool> keep, ref int count, ref int hash)
    {
        Entry<K, V>[]? kept = null;
        var size = 0;
        for (var i = 0; i < leaf.Length; i++)
        {
            if (keep(leaf[i]))
            {
                if (kept is not null) kept[size] = leaf[i];
                size++;
                continue;
            }

            if (kept is null)
            {
                kept = new Entry<K, V>[leaf.Length - 1];
                Array.Copy(leaf, kept, i);
            }

            count--;
            hash = unchecked(hash - leaf[i].Contribution);
        }

        if (kept is null) return leaf;
        if (size == 0) return null;
        if (size < kept.Length) Array.Resize(ref kept, size);
        return kept;
    }

    private static int IndexOf(Entry<K, V>[] leaf, int hash, K key)
    {
        for (var i = 0; i < leaf.Length; i++)
            if (leaf[i].Hash == hash && Hashing.AreEqual(leaf[i].Key, key)) return i;
        return -1;
    }
}
