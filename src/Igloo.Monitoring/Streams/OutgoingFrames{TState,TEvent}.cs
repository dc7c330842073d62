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

    // After junk there are no frames any more: where violations are merely observed all goes as it is, where they are dropped nothing goes.
    private bool isUnframed;
    private bool isSilenced;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await writing.EnterAsync(cancellation).ConfigureAwait(false);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            if (isSilenced) return;
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

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendFrames(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        // Frames that the program writes whole are not copied.
        var isDirect = waiting.Length == 0;
        if (!isDirect) waiting.Append(bytes.Span);
        var rest = isDirect ? bytes : waiting.Content;
        try
        {
            while (!rest.IsEmpty && await SendFrame(rest, cancellation).ConfigureAwait(false) is var length and > 0)
            {
                rest = rest[length..];
                if (!isDirect) waiting.Take(length);
            }
        }
        catch (Exception failure)
        {
            waiting.Clear();
            writing.End(failure);
            ended?.Invoke(failure);
            throw;
        }

        if (isUnframed) waiting.Clear();
        else if (isDirect) waiting.Append(rest.Span);
    }

    /// <summary>The number of bytes that have left: 0 while the frame is not complete.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> SendFrame(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var decoding = protocol.DecodeSent(new(bytes));
        if (decoding.Status == DecodingStatus.Message)
        {
            var frame = bytes[..checked((int)decoding.Length)];
            await port.SendAsync(decoding.Message, new(decoding.Message, frame), frame.Length, cancellation).ConfigureAwait(false);
            return frame.Length;
        }

        if (decoding.Status == DecodingStatus.Incomplete && bytes.Length < protocol.LongestSent) return 0;
        isUnframed = port.Monitor.RefuseBytes($"{bytes.Length} bytes {Convert.ToHexString(bytes.Span[..Math.Min(bytes.Length, 16)])}", name, bytes.Length, protocol.SentCase);
        isSilenced = !isUnframed;
        if (isUnframed) await stream.WriteAsync(bytes, cancellation).ConfigureAwait(false);
        return bytes.Length;
    }
}
