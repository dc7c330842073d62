namespace Igloo.Values.Storage;

/// <summary>A key with its value and the key's hash code, so that growing and comparing tables never hashes a key again.</summary>
internal readonly struct Entry<K, V>(int hash, K key, V value)
{
    public readonly int Hash = hash;
    public readonly K Key = key;
    public readonly V Value = value;

    public static Entry<K, V> Of(K key, V value) => new(Hashing.Of(key), key, value);

    /// <summary>What the entry adds to the hash code of its table; sums are independent of order.</summary>
    public int Contribution =>
        typeof(V) == typeof(Unit)
            ? Hashing.Mix(Hash)
            : Hashing.Mix(unchecked(Hashing.Mix(Hash) + Hashing.Of(Value)));
}
