using System.Threading.Channels;

namespace Igloo.Monitoring.Tests.Streams;

/// <summary>A stream that keeps what is written, gives what the peer sends in its pieces, and fails or stalls when told to.</summary>
internal sealed class Wire : Stream
{
    private readonly Channel<byte[]> peer = Channel.CreateUnbounded<byte[]>();
    private readonly List<byte> written = [];
    private ReadOnlyMemory<byte> rest;

    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public byte[] Written => [.. written];

    /// <summary>What was written, a piece for each write.</summary>
    public List<byte[]> Writes { get; } = [];

    /// <summary>Fails when the stream is disposed of.</summary>
    public Task Closed => closed.Task;

    public int Reads { get; private set; }

    /// <summary>How many bytes more leave before writes fail; null: all.</summary>
    public int? Capacity { get; set; }

    /// <summary>Writes wait for it.</summary>
    public Task Stalled { get; set; } = Task.CompletedTask;

    /// <summary>Whether asynchronous calls fail.</summary>
    public bool IsSynchronous { get; init; }

    /// <summary>The threads of synchronous calls.</summary>
    public List<int> Threads { get; } = [];

    /// <summary>Synchronous reads fail as one that has timed out, so many times.</summary>
    public int TimeoutsLeft { get; set; }

    /// <summary>Whether a write that waits is not to be cancelled.</summary>
    public bool IgnoresCancellation { get; set; }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get; set; }

    public Wire PeerSends(params byte[][] pieces)
    {
        foreach (var piece in pieces) peer.Writer.TryWrite(piece);
        return this;
    }

    public Wire PeerEnds()
    {
        peer.Writer.TryComplete();
        return this;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsSynchronous) throw new NotSupportedException();
        Reads++;
        if (rest.IsEmpty)
        {
            if (!await peer.Reader.WaitToReadAsync(cancellationToken)) return 0;
            peer.Reader.TryRead(out var piece);
            rest = piece;
        }

        return Take(buffer.Span);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsSynchronous) throw new NotSupportedException();
        Writes.Add(buffer.ToArray());
        await Stalled.WaitAsync(IgnoresCancellation ? CancellationToken.None : cancellationToken);
        Leave(buffer.Span);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        Threads.Add(Environment.CurrentManagedThreadId);
        Reads++;
        if (TimeoutsLeft > 0)
        {
            TimeoutsLeft--;
            throw new IOException("timed out");
        }

        if (rest.IsEmpty)
        {
            if (!peer.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult()) return 0;
            peer.Reader.TryRead(out var piece);
            rest = piece;
        }

        return Take(buffer.AsSpan(offset, count));
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        Threads.Add(Environment.CurrentManagedThreadId);
        Writes.Add(buffer.AsSpan(offset, count).ToArray());
        Stalled.GetAwaiter().GetResult();
        Leave(buffer.AsSpan(offset, count));
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private int Take(Span<byte> buffer)
    {
        var count = Math.Min(rest.Length, buffer.Length);
        rest.Span[..count].CopyTo(buffer);
        rest = rest[count..];
        return count;
    }

    private void Leave(ReadOnlySpan<byte> bytes)
    {
        var leaving = Math.Min(bytes.Length, Capacity ?? bytes.Length);
        written.AddRange(bytes[..leaving]);
        if (leaving < bytes.Length) throw new IOException("broken pipe");
        Capacity -= leaving;
    }

    protected override void Dispose(bool disposing)
    {
        peer.Writer.TryComplete(new ObjectDisposedException(nameof(Wire)));
        closed.TrySetException(new ObjectDisposedException(nameof(Wire)));
        base.Dispose(disposing);
    }
}
