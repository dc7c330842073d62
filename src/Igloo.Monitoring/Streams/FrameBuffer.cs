using System.Buffers;

namespace Igloo.Monitoring.Streams;

/// <summary>Bytes that belong to frames that are not complete: appended at the end, taken from the beginning.</summary>
/// <remarks>Memory that is given back is kept by the thread for its next connection, so that many connections share what is in the processor's cache.</remarks>
internal sealed class FrameBuffer
{
    private const int FirstCapacity = 4_096;
    private const int LargestKept = 65_536;

    [ThreadStatic]
    private static byte[]? spare;

    private byte[] bytes = [];
    private int start;
    private int end;

    public int Length => end - start;

    public ReadOnlyMemory<byte> Content => bytes.AsMemory(start, Length);

    public ReadOnlySequence<byte> Sequence => new(bytes, start, Length);

    public void Append(ReadOnlySpan<byte> more)
    {
        more.CopyTo(Room(more.Length).Span);
        Advance(more.Length);
    }

    /// <summary>Free space at the end. Makes what was taken before invalid.</summary>
    /// <param name="least">How much at least.</param>
    public Memory<byte> Room(int least)
    {
        if (bytes.Length == 0) Take();
        if (bytes.Length - end >= least) return bytes.AsMemory(end);
        var target = bytes.Length - Length >= least ? bytes : new byte[Math.Max(FirstCapacity, Math.Max(2 * bytes.Length, Length + least))];
        Content.Span.CopyTo(target);
        (bytes, end, start) = (target, Length, 0);
        return bytes.AsMemory(end);
    }

    public void Advance(int count) => end += count;

    public ReadOnlyMemory<byte> Take(long count)
    {
        var taken = Content[..checked((int)count)];
        start += taken.Length;
        if (start == end) (start, end) = (0, 0);
        return taken;
    }

    public void Clear() => (start, end) = (0, 0);

    /// <summary>Gives the memory back if there is nothing in it. Makes what was taken before invalid.</summary>
    public void Release()
    {
        if (Length > 0 || bytes.Length is 0 or > LargestKept) return;
        spare = bytes;
        (bytes, start, end) = ([], 0, 0);
    }

    /// <summary>Leaves the memory to whoever may still write into it, and keeps what is in it elsewhere.</summary>
    public void Drop() => (bytes, start, end) = (Content.ToArray(), 0, Length);

    private void Take() => (bytes, spare) = (spare ?? new byte[FirstCapacity], null);
}
