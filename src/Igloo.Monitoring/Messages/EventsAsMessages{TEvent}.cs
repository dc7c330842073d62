using System.Diagnostics.CodeAnalysis;

namespace Igloo.Monitoring.Messages;

/// <summary>The codec of a transport that carries the events themselves.</summary>
internal sealed class EventsAsMessages<TEvent> : IMessageCodec<TEvent, TEvent>
    where TEvent : class
{
    public TEvent Encode(TEvent sent) => sent;

    public bool TryDecode(TEvent message, [NotNullWhen(true)] out TEvent? received)
    {
        received = message;
        return message is not null;
    }
}
