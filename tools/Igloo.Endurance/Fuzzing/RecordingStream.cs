namespace Igloo.Endurance.Fuzzing;

/// <summary>The wire: gives what a peer sends in its pieces, keeps what is written and where each write ended, and breaks when told to. Never waits.</summary>
internal sealed class RecordingStream(IEnumerable<ReadOnlyMemory<byte>> arriving) : Stream
{
    // More calls than any input can need.
    private const int MostCalls = 1_000_000;
    private readonly IEnumerator<ReadOnlyMemory<byte>> pieces = arriving.GetEnumerator();
    private readonly MemoryStream written = new();
    private ReadOnlyMemory<byte> rest;
    private int calls;

    public ReadOnlySpan<byte> Written => written.GetBuffer().AsSpan(0, (int)written.Length);

    public List<int> Ends { get; } = [];

    /// <summary>How many bytes leave before writes fail.</summary>
    public int Capacity { get; set; } = int.MaxValue;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Call();
        while (rest.IsEmpty)
        {
            if (!pieces.MoveNext()) return new(0);
            rest = pieces.Current;
        }

        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        rest = rest[count..];
        return new(count);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Call();
        var leaving = Math.Min(buffer.Length, Capacity - (int)written.Length);
        written.Write(buffer.Span[..leaving]);
        if (leaving < buffer.Length) return ValueTask.FromException(new IOException("broken pipe"));
        Ends.Add((int)written.Length);
        return default;
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => Finished.Of(ReadAsync(buffer.AsMemory(offset, count)));

    public override void Write(byte[] buffer, int offset, int count) => Finished.Of(WriteAsync(buffer.AsMemory(offset, count)));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Call()
    {
        if (++calls > MostCalls) throw new FuzzFailureException("The wire is called without end.");
    }
}
