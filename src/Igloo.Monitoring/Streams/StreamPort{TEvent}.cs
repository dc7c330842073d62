using System.Runtime.CompilerServices;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Messages;

namespace Igloo.Monitoring.Streams;

/// <summary>The frames of a stream as the messages of a transport.</summary>
/// <param name="name">For reports.</param>
/// <param name="reading">Where bytes come from.</param>
/// <param name="writing">Where bytes go.</param>
/// <param name="protocol">Which bytes are which events.</param>
/// <param name="flushes">Whether each frame is to leave the stream's own buffers at once.</param>
internal sealed class StreamPort<TEvent>(string name, Stream reading, Stream writing, StreamProtocol<TEvent> protocol, bool flushes) : IMessagePort<Frame<TEvent>>
    where TEvent : class
{
    private const int LeastRoom = 1_024;
    private readonly FrameBuffer incoming = new();

    // A frame stays in the buffer until the next one is asked for, so that a refused one is part of the rest.
    private long answered;

    public string Name => name;

    public PortKind Kind => PortKind.Ordered;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask SendAsync(Frame<TEvent> message, CancellationToken cancellation)
    {
        await writing.WriteAsync(message.Bytes, cancellation).ConfigureAwait(false);
        if (flushes) await writing.FlushAsync(cancellation).ConfigureAwait(false);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Arrival<Frame<TEvent>>> ReceiveAsync(CancellationToken cancellation)
    {
        incoming.Take(answered);
        answered = 0;
        while (true)
        {
            var decoding = incoming.Length == 0 ? Decoding<TEvent>.Incomplete : protocol.DecodeReceived(incoming.Sequence);
            switch (decoding.Status)
            {
                case DecodingStatus.Message:
                    answered = decoding.Length;
                    return Arrival<Frame<TEvent>>.Of(new(decoding.Message, incoming.Content[..checked((int)decoding.Length)]));
                case DecodingStatus.Junk: return Junk();
                default:
                    if (incoming.Length >= protocol.LongestReceived) return Junk();
                    break;
            }

            var count = await reading.ReadAsync(incoming.Room(LeastRoom), cancellation).ConfigureAwait(false);
            if (count > 0) incoming.Advance(count);
            else if (incoming.Length == 0) return Arrival<Frame<TEvent>>.Ended;
            else throw new EndOfStreamException($"{name} ended inside a frame, after {incoming.Length} bytes of it.");
        }
    }

    /// <summary>What has been read from the last frame on, for a reader that goes on without frames because that one was refused.</summary>
    public ReadOnlyMemory<byte> TakeRest() => incoming.Take(incoming.Length);

    private Arrival<Frame<TEvent>> Junk() => Arrival<Frame<TEvent>>.Of(new(null, incoming.Content));
}
