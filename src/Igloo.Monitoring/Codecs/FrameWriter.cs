using System.Buffers;

namespace Igloo.Monitoring.Codecs;

/// <summary>Where a frame is put together before it leaves: used again, so that frames make no garbage. Each thread keeps one, which costs no atomic instruction.</summary>
internal sealed class FrameWriter : IBufferWriter<byte>
{
    private const int FirstCapacity = 256;
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static FrameWriter? spare;

    private byte[] bytes = new byte[FirstCapacity];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Length);

    /// <summary>A writer that is nobody else's until it is put back.</summary>
    public static FrameWriter Take()
    {
        var taken = spare ?? new();
        spare = null;
        return taken;
    }

    /// <summary>Keeps the writer for the next frame of this thread.</summary>
    public void PutBack()
    {
        Length = 0;
        if (bytes.Length <= LargestKept) spare = this;
    }

    /// <summary>What was written from an index on, to be changed or looked at.</summary>
    public Span<byte> From(int index) => bytes.AsSpan(index, Length - index);

    public void Advance(int count)
    {
        if (count < 0 || count > bytes.Length - Length) throw new ArgumentOutOfRangeException(nameof(count));
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return bytes.AsSpan(Length);
    }

    private void Reserve(int sizeHint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        var least = Math.Max(sizeHint, 1);
        if (bytes.Length - Length < least) Array.Resize(ref bytes, Math.Max(2 * bytes.Length, Length + least));
    }
}
