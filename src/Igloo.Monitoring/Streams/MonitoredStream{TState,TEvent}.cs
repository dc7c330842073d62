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
/// frame is an <see cref="EndOfStreamException"/>. Where violations are only observed, the bytes go on unparsed instead.
/// </para>
/// <para>Closing it closes the inner stream; the monitor goes on. Timeouts of the inner stream do not apply: cancel instead.</para>
/// </remarks>
public sealed class MonitoredStream<TState, TEvent> : Stream
    where TState : class
    where TEvent : class
{
    private readonly Stream reader;
    private readonly Stream writer;
    private readonly IncomingFrames<TState, TEvent> incoming;
    private readonly OutgoingFrames<TState, TEvent> outgoing;

    internal MonitoredStream(
        PermissionMonitor<TState, TEvent> monitor, Stream reader, Stream writer, StreamProtocol<TEvent> protocol, string name, Action<Exception>? ended = null)
    {
        Monitor = monitor;
        this.reader = reader;
        this.writer = writer;
        incoming = new(monitor, reader, protocol, name);
        outgoing = new(monitor, writer, protocol, name, ended);
    }

    /// <summary>The monitor.</summary>
    public PermissionMonitor<TState, TEvent> Monitor { get; }

    /// <inheritdoc/>
    public override bool CanRead => reader.CanRead;

    /// <inheritdoc/>
    public override bool CanWrite => writer.CanWrite;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => incoming.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => outgoing.WriteAsync(buffer, cancellationToken);

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override void Flush() => FlushAsync(CancellationToken.None).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => outgoing.FlushAsync(cancellationToken).AsTask();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        End();
        await writer.DisposeAsync().ConfigureAwait(false);
        await reader.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            End();
            writer.Dispose();
            reader.Dispose();
        }

        base.Dispose(disposing);
    }

    private void End()
    {
        incoming.End();
        outgoing.End();
    }
}
