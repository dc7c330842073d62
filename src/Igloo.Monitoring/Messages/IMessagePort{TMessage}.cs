namespace Igloo.Monitoring.Messages;

/// <summary>A transport of whole messages: a channel, a queue, a call, a connection.</summary>
/// <typeparam name="TMessage">The messages.</typeparam>
public interface IMessagePort<TMessage>
{
    /// <summary>Where messages go, for reports.</summary>
    string Name { get; }

    /// <summary>What the transport guarantees.</summary>
    PortKind Kind { get; }

    /// <summary>Sends a message that has permission. An exception says that it may not have left, or not all of it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellation">Gives up.</param>
    ValueTask SendAsync(TMessage message, CancellationToken cancellation);

    /// <summary>Waits for a message. When cancelled it has consumed none, so that the next call gets it.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<Arrival<TMessage>> ReceiveAsync(CancellationToken cancellation);
}
