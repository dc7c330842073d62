namespace Igloo.Exploring.Packed.Searching;

/// <summary>States in the order in which they were found. Grows without copying.</summary>
internal sealed class StateList<T>
{
    private const int ChunkBits = 14;

    private readonly List<T[]> chunks = [];
    private T[] last = [];
    private int used;

    public long Count => chunks.Count == 0 ? 0 : ((chunks.Count - 1L) << ChunkBits) + used;

    public ref readonly T this[long index] => ref chunks[(int)(index >> ChunkBits)][index & ((1 << ChunkBits) - 1)];

    public void Add(in T state)
    {
        if (used == last.Length)
        {
            last = new T[1 << ChunkBits];
            chunks.Add(last);
            used = 0;
        }

        last[used++] = state;
    }
}
