using System.Runtime.CompilerServices;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Messages;

namespace Igloo.Monitoring.Streams;

/// <summary>
/// Cuts what a program writes into frames, however it splits the bytes, and lets each whole frame go if its event is permitted. After a refusal or a
/// failure nothing more goes: what follows can't be told from the rest of the frame.
/// </summary>
internal sealed class OutgoingFrames<TState, TEvent>(
    MonitoredPort<TState, TEvent, Frame<TEvent>> port, Stream stream, StreamProtocol<TEvent> protocol, string name, Action<Exception>? ended)
    where TState : class
    where TEvent : class
{
    private readonly Turns writing = new(name);
    private readonly FrameBuffer waiting = new();

    // Only where violations are merely observed: after junk there are no frames any more.
    private bool isUnframed;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await writing.EnterAsync(cancellation).ConfigureAwait(false);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            if (isUnframed) await stream.WriteAsync(bytes, cancellation).ConfigureAwait(false);
            else await SendFrames(bytes, cancellation).ConfigureAwait(false);
        }
        finally
        {
            writing.Exit();
        }
    }

    public async ValueTask FlushAsync(CancellationToken cancellation)
    {
        await writing.EnterAsync(cancellation).ConfigureAwait(false);
        try
        {
            await stream.FlushAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            writing.Exit();
        }
    }

    public void End() => writing.End(null);

    private async ValueTask SendFrames(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        waiting.Append(bytes.Span);
        try
        {
            while (waiting.Length > 0 && await SendFrame(cancellation).ConfigureAwait(false))
            {
            }
        }
        catch (Exception failure)
        {
            waiting.Clear();
            writing.End(failure);
            ended?.Invoke(failure);
            throw;
        }
    }

    private async ValueTask<bool> SendFrame(CancellationToken cancellation)
    {
        var decoding = protocol.DecodeSent(waiting.Sequence);
        if (decoding.Status == DecodingStatus.Message)
        {
            var frame = waiting.Take(decoding.Length);
            await port.SendAsync(decoding.Message, new(decoding.Message, frame), frame.Length, cancellation).ConfigureAwait(false);
            return true;
        }

        if (decoding.Status == DecodingStatus.Incomplete && waiting.Length < protocol.LongestSent) return false;
        port.Monitor.RefuseBytes($"{waiting.Length} bytes {Convert.ToHexString(waiting.Content.Span[..Math.Min(waiting.Length, 16)])}", name, waiting.Length);
        isUnframed = true;
        await stream.WriteAsync(waiting.Take(waiting.Length), cancellation).ConfigureAwait(false);
        return false;
    }
}
