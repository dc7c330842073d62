namespace Igloo.Monitoring.Messages;

/// <summary>Puts components over transports of messages.</summary>
public static class MessageMonitoring
{
    /// <summary>The component over a transport.</summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <typeparam name="TMessage">The messages.</typeparam>
    /// <param name="monitor">The monitor; one monitor may have several transports.</param>
    /// <param name="port">The transport.</param>
    /// <param name="codec">Between events and messages.</param>
    public static MonitoredPort<TState, TEvent, TMessage> Over<TState, TEvent, TMessage>(
        this PermissionMonitor<TState, TEvent> monitor, IMessagePort<TMessage> port, IMessageCodec<TEvent, TMessage> codec)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(monitor);
        ArgumentNullException.ThrowIfNull(port);
        ArgumentNullException.ThrowIfNull(codec);
        return new(monitor, port, codec);
    }

    /// <summary>The component over a transport that carries events: it sends an output as its own event and receives inputs as theirs.</summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="monitor">The monitor; one monitor may have several transports.</param>
    /// <param name="port">The transport.</param>
    public static MonitoredPort<TState, TEvent, TEvent> Over<TState, TEvent>(this PermissionMonitor<TState, TEvent> monitor, IMessagePort<TEvent> port)
        where TState : class
        where TEvent : class => monitor.Over(port, new EventsAsMessages<TEvent>());
}
