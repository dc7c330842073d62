using System.Buffers;

namespace Igloo.Testing.Randomness;

/// <summary>Takes what a codec writes, up to a bound: a codec that writes for ever is stopped before the memory is full.</summary>
internal sealed class BoundedWriter(int most) : IBufferWriter<byte>
{
    private readonly ArrayBufferWriter<byte> written = new();

    public ReadOnlySpan<byte> Written => written.WrittenSpan;

    public bool IsExceeded { get; private set; }

    public void Advance(int count)
    {
        written.Advance(count);
        if (written.WrittenCount > most) Exceed();
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (IsExceeded || sizeHint > most) Exceed();
        return written.GetMemory(sizeHint);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    private void Exceed()
    {
        IsExceeded = true;
        throw new InvalidOperationException($"More than {most} bytes were written for one frame.");
    }
}
