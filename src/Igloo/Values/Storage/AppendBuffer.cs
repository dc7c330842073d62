namespace Igloo.Values.Storage;

/// <summary>
/// Items that only ever grow at the end, shared by the sequences that are prefixes of one another. Whoever claims the next
/// place owns it; a second sequence that wants to continue at the same place has to copy.
/// </summary>
internal sealed class AppendBuffer<T>(T[] items, int used)
{
    private int used = used;

    public T[] Items { get; } = items;

    public bool TryAppend(int at, T item)
    {
        if (at == Items.Length || Interlocked.CompareExchange(ref used, at + 1, at) != at) return false;
        Items[at] = item;
        return true;
    }
}
