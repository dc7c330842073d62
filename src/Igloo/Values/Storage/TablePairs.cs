using System.Collections;

namespace Igloo.Values.Storage;

/// <summary>A table seen as a collection of pairs.</summary>
internal sealed class TablePairs<K, V>(Table<K, V> table) : IReadOnlyCollection<KeyValuePair<K, V>>
{
    public int Count => table.Count;

    public IEnumerator<KeyValuePair<K, V>> GetEnumerator()
    {
        foreach (var entry in table) yield return new(entry.Key, entry.Value);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
