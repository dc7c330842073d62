using Igloo.Monitoring.Messages;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Streams;

/// <summary>A stream for a program that deals in bytes: the same methods, each frame under the component's permissions.</summary>
/// <typeparam name="TState">States of the component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <remarks>
/// <para>
/// Writes reach the wire in whole frames, those of one write together: one that is not complete waits for its rest, and is dropped when the
/// stream is closed. A write that is refused, with <see cref="PermissionViolationException"/>, has sent the frames before the refused one and nothing of it; from then on
/// writes fail, so what passes does not depend on how the program splits its bytes. A write that fails or is cancelled after it has begun may
/// have left in part: the failure contract of its operation applies, and later writes fail. Where violations are dropped, bytes that are no frame
/// are dropped with all that follow them.
/// </para>
/// <para>
/// Reads give bytes only after the event of their frame has been recorded. A read that is cancelled is no event; what had been read of a frame
/// stays. Bytes that are no frame, or whose message cannot be passed on, end the stream with <see cref="RefusedInputException"/>; an end inside a
/// frame is an <see cref="EndOfStreamException"/>. Where violations are only observed, the bytes go on unparsed instead, until a policy is set that lets them through no longer.
/// </para>
/// <para>
/// Synchronous calls are synchronous calls of the inner stream, on the thread of the caller, and take turns with asynchronous ones. Its timeouts
/// apply to them: a read that ends so is no event, a write has failed. Asynchronous calls have none: cancel instead. A read into an empty buffer waits
/// until there are bytes; it takes none, is no event and needs no permission.
/// </para>
/// <para>Closing it closes the inner stream; the monitor goes on.</para>
/// </remarks>
public sealed class MonitoredStream<TState, TEvent> : Stream
    where TState : class
    where TEvent : class
{
    private readonly Stream stream;
    private readonly IncomingFrames<TState, TEvent> incoming;
    private readonly OutgoingFrames<TState, TEvent> outgoing;

    internal MonitoredStream(PermissionMonitor<TState, TEvent> monitor, Stream stream, StreamProtocol<TEvent> protocol, string name)
    {
        Monitor = monitor;
        this.stream = stream;
        incoming = new(monitor, stream, protocol, name);
        outgoing = new(monitor, new StreamSink(stream), protocol, name, ended: null);
    }

    /// <summary>The monitor.</summary>
    public PermissionMonitor<TState, TEvent> Monitor { get; }

    /// <inheritdoc/>
    public override bool CanRead => stream.CanRead;

    /// <inheritdoc/>
    public override bool CanWrite => stream.CanWrite;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanTimeout => stream.CanTimeout;

    /// <summary>How long a synchronous read of the inner stream may take, in milliseconds.</summary>
    /// <exception cref="InvalidOperationException">The inner stream has no timeouts.</exception>
    public override int ReadTimeout
    {
        get => stream.ReadTimeout;
        set => stream.ReadTimeout = value;
    }

    /// <summary>How long a synchronous write of the inner stream may take, in milliseconds.</summary>
    /// <exception cref="InvalidOperationException">The inner stream has no timeouts.</exception>
    public override int WriteTimeout
    {
        get => stream.WriteTimeout;
        set => stream.WriteTimeout = value;
    }

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => incoming.ReadAsync(buffer, isBlocking: false, cancellationToken);

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Blocked.End(incoming.ReadAsync(buffer.AsMemory(offset, count), isBlocking: true, CancellationToken.None));
    }

    /// <inheritdoc/>
    public override IAsyncResult BeginRead(byte[] buffer, int offset, int count, AsyncCallback? callback, object? state) =>
        TaskToAsyncResult.Begin(ReadAsync(buffer, offset, count, CancellationToken.None), callback, state);

    /// <inheritdoc/>
    public override int EndRead(IAsyncResult asyncResult) => TaskToAsyncResult.End<int>(asyncResult);

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => outgoing.WriteAsync(buffer, isBlocking: false, cancellationToken);

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Blocked.End(outgoing.WriteAsync(buffer.AsMemory(offset, count), isBlocking: true, CancellationToken.None));
    }

    /// <inheritdoc/>
    public override IAsyncResult BeginWrite(byte[] buffer, int offset, int count, AsyncCallback? callback, object? state) =>
        TaskToAsyncResult.Begin(WriteAsync(buffer, offset, count, CancellationToken.None), callback, state);

    /// <inheritdoc/>
    public override void EndWrite(IAsyncResult asyncResult) => TaskToAsyncResult.End(asyncResult);

    /// <inheritdoc/>
    public override void Flush() => Blocked.End(outgoing.FlushAsync(isBlocking: true, CancellationToken.None));

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => outgoing.FlushAsync(isBlocking: false, cancellationToken).AsTask();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        End();
        await stream.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            End();
            stream.Dispose();
        }

        base.Dispose(disposing);
    }

    private void End()
    {
        incoming.End();
        outgoing.End();
    }
}
