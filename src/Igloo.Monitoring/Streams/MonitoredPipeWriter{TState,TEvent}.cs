using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Igloo.Monitoring.Streams;

/// <summary>The writing end of a monitored pipe: keeps what the program writes until it is flushed, and writes what is permitted into the pipe.</summary>
internal sealed class MonitoredPipeWriter<TState, TEvent> : PipeWriter
    where TState : class
    where TEvent : class
{
    private readonly PipeWriter writer;
    private readonly PipeSink sink;
    private readonly OutgoingFrames<TState, TEvent> outgoing;

    // The free space that the program has, and how much it has filled since it flushed.
    private int room;
    private long unflushed;
    private bool isFlushing;
    private bool isBroken;
    private bool isCompleted;

    public MonitoredPipeWriter(PermissionMonitor<TState, TEvent> monitor, PipeWriter writer, StreamProtocol<TEvent> protocol, string name, Action<Exception>? ended)
    {
        this.writer = writer;
        sink = new(writer);
        outgoing = new(monitor, sink, protocol, name, failure =>
        {
            isBroken = true;
            ended?.Invoke(failure);
        });
    }

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => unflushed;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sizeHint);
        if (isCompleted) throw new InvalidOperationException("The pipe has been completed.");
        var memory = outgoing.Room(sizeHint);
        room = memory.Length;
        return memory;
    }

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        if (bytes < 0 || bytes > room) throw new ArgumentOutOfRangeException(nameof(bytes));
        outgoing.Advance(bytes);
        (room, unflushed) = (0, unflushed + bytes);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => WriteAsync(default, cancellationToken);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        isFlushing = true;
        sink.Forget();
        try
        {
            await outgoing.WriteAsync(source, isBlocking: false, cancellationToken).ConfigureAwait(false);
            unflushed = 0;
            // What left was flushed with it.
            if (sink.Last is null) await outgoing.FlushAsync(isBlocking: false, cancellationToken).ConfigureAwait(false);
            return sink.Last!.Value;
        }
        catch (OperationCanceledException) when (sink.Last is { IsCanceled: true } && !isCompleted && !cancellationToken.IsCancellationRequested)
        {
            return sink.Last.Value;
        }
        finally
        {
            if (isBroken) unflushed = 0;
            isFlushing = false;
        }
    }

    public override void CancelPendingFlush() => writer.CancelPendingFlush();

    /// <exception cref="Reports.PermissionViolationException">What was not flushed is not permitted. The pipe is completed all the same.</exception>
    public override void Complete(Exception? exception = null)
    {
        if (!TryComplete(exception, out var hasMore)) return;
        try
        {
            if (hasMore) Blocked.End(outgoing.WriteAsync(default, isBlocking: true, CancellationToken.None));
        }
        finally
        {
            outgoing.End();
            writer.Complete(exception);
        }
    }

    /// <exception cref="Reports.PermissionViolationException">What was not flushed is not permitted. The pipe is completed all the same.</exception>
    public override async ValueTask CompleteAsync(Exception? exception = null)
    {
        if (!TryComplete(exception, out var hasMore)) return;
        try
        {
            if (hasMore) await outgoing.WriteAsync(default, isBlocking: false, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            outgoing.End();
            await writer.CompleteAsync(exception).ConfigureAwait(false);
        }
    }

    // A flush that waits ends: pipes leave it waiting otherwise.
    private bool TryComplete(Exception? exception, out bool hasMore)
    {
        hasMore = unflushed > 0 && exception is null && !isBroken && !isFlushing;
        if (isCompleted) return false;
        isCompleted = true;
        if (!isFlushing) return true;
        outgoing.End();
        writer.CancelPendingFlush();
        return true;
    }
}
