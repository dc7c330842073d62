using System.Threading.Tasks.Sources;

namespace Igloo.Monitoring.Tests.Streams;

/// <summary>Gives back what is written, at once or when told to, and makes no garbage.</summary>
internal sealed class EchoStream(bool isLate) : Stream, IValueTaskSource<int>
{
    private readonly byte[] bytes = new byte[8_192];
    private ManualResetValueTaskSourceCore<int> reading;
    private Memory<byte> target;
    private int length;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get; set; }

    /// <summary>Ends the read that waits.</summary>
    public void Arrive() => reading.SetResult(CopyTo(target));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        buffer.Span.CopyTo(bytes);
        length = buffer.Length;
        return default;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!isLate) return new(CopyTo(buffer));
        target = buffer;
        reading.Reset();
        return new(this, reading.Version);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    int IValueTaskSource<int>.GetResult(short token) => reading.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => reading.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        reading.OnCompleted(continuation, state, token, flags);

    private int CopyTo(Memory<byte> buffer)
    {
        bytes.AsSpan(0, length).CopyTo(buffer.Span);
        return length;
    }
}
