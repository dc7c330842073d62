namespace Igloo.Endurance.Fuzzing;

/// <summary>A stream that takes half a line when it is full.</summary>
internal sealed class SmallDisk : MemoryStream
{
    public bool IsFull { get; set; }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        base.Write(IsFull ? buffer[..(buffer.Length / 2)] : buffer);
        if (IsFull) throw new IOException("No space left on device");
    }
}
