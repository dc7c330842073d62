using System.Buffers;
using Igloo.Monitoring.Codecs;

namespace Igloo.Monitoring.Streams;

/// <summary>Which events of a component the bytes of a stream are, in both directions.</summary>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <remarks>Made by <see cref="StreamProtocol"/>.</remarks>
public abstract class StreamProtocol<TEvent>
    where TEvent : class
{
    private protected StreamProtocol()
    {
    }

    internal abstract Type SentCase { get; }

    internal abstract Type ReceivedCase { get; }

    internal abstract int LongestSent { get; }

    internal abstract int LongestReceived { get; }

    internal abstract void Encode(TEvent sent, IBufferWriter<byte> output);

    internal abstract Decoding<TEvent> DecodeSent(in ReadOnlySequence<byte> bytes);

    internal abstract Decoding<TEvent> DecodeReceived(in ReadOnlySequence<byte> bytes);
}
