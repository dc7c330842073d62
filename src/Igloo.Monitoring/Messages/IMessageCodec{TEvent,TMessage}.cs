using System.Diagnostics.CodeAnalysis;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Messages;

/// <summary>Between the events of a component and the messages of a transport.</summary>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <typeparam name="TMessage">The messages.</typeparam>
/// <remarks>Called by several threads at once; keep it without state.</remarks>
public interface IMessageCodec<TEvent, TMessage>
    where TEvent : class
{
    /// <summary>The message of an event with outputs. Partial.</summary>
    /// <param name="sent">The event.</param>
    /// <exception cref="PreconditionViolationException">The event has no message. No permission is consumed.</exception>
    TMessage Encode(TEvent sent);

    /// <summary>The event of receiving a message. Total.</summary>
    /// <param name="message">The message.</param>
    /// <param name="received">The event.</param>
    /// <returns>False if the message is junk.</returns>
    bool TryDecode(TMessage message, [NotNullWhen(true)] out TEvent? received);
}
