using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Igloo.Monitoring.Messages;

namespace Igloo.Monitoring.Streams;

/// <summary>The codec of a stream's port: frames carry their events.</summary>
internal sealed class FramesAsMessages<TEvent>(StreamProtocol<TEvent> protocol) : IMessageCodec<TEvent, Frame<TEvent>>
    where TEvent : class
{
    public Frame<TEvent> Encode(TEvent sent)
    {
        var bytes = new ArrayBufferWriter<byte>();
        protocol.Encode(sent, bytes);
        return new(sent, bytes.WrittenMemory);
    }

    public bool TryDecode(Frame<TEvent> message, [NotNullWhen(true)] out TEvent? received)
    {
        received = message.Event;
        return received is not null;
    }
}
