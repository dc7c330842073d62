using System.Buffers;
using Igloo.IoSpecs;
using Igloo.Monitoring.Codecs;

namespace Igloo.Monitoring.Streams;

/// <summary>A protocol of two codecs.</summary>
internal sealed class CodecProtocol<TEvent, TSend, TSent, TReceive, TReceived>(
    IFrameCodec<TSent> sent, Func<TSent, TSend> send, Func<TSend, TSent> content, IFrameDecoder<TReceived> received, Func<TReceived, TReceive> receive) : StreamProtocol<TEvent>
    where TEvent : class
    where TSend : class, TEvent
    where TReceive : class, TEvent
{
    private readonly Func<TSent, TEvent> sending = send;
    private readonly Func<TReceived, TEvent> receiving = receive;

    internal override Type SentCase => typeof(TSend);

    internal override Type ReceivedCase => typeof(TReceive);

    internal override int LongestSent => sent.MaximumLength;

    internal override int LongestReceived => received.MaximumLength;

    internal override void Encode(TEvent e, IBufferWriter<byte> output)
    {
        if (e is not TSend sendEvent) throw new InvalidOperationException($"{EventText.Short(e)} is not sent on this stream; a {typeof(TSend).Name} is.");
        sent.Encode(content(sendEvent), output);
    }

    internal override Decoding<TEvent> DecodeSent(in ReadOnlySequence<byte> bytes) => sent.Decode(bytes).Select(sending);

    internal override Decoding<TEvent> DecodeReceived(in ReadOnlySequence<byte> bytes) => received.Decode(bytes).Select(receiving);
}
