using Igloo.Monitoring.Codecs;

namespace Igloo.Monitoring.Streams;

/// <summary>Makes protocols of streams out of codecs.</summary>
public static class StreamProtocol
{
    /// <summary>A protocol of the sent and the received messages.</summary>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <typeparam name="TSend">The case of sending.</typeparam>
    /// <typeparam name="TSent">The messages that the component sends.</typeparam>
    /// <typeparam name="TReceive">The case of receiving.</typeparam>
    /// <typeparam name="TReceived">The messages that it receives.</typeparam>
    /// <param name="sent">The frames that the component sends.</param>
    /// <param name="send">The event of sending a message.</param>
    /// <param name="content">The message of that event.</param>
    /// <param name="received">The frames that it receives.</param>
    /// <param name="receive">The event of receiving a message.</param>
    public static StreamProtocol<TEvent> Of<TEvent, TSend, TSent, TReceive, TReceived>(
        IFrameCodec<TSent> sent, Func<TSent, TSend> send, Func<TSend, TSent> content, IFrameDecoder<TReceived> received, Func<TReceived, TReceive> receive)
        where TEvent : class
        where TSend : class, TEvent
        where TReceive : class, TEvent
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(send);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(received);
        ArgumentNullException.ThrowIfNull(receive);
        return new CodecProtocol<TEvent, TSend, TSent, TReceive, TReceived>(sent, send, content, received, receive);
    }
}
