using Igloo.Monitoring.Messages;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Streams;

/// <summary>A component over a stream, in terms of events.</summary>
/// <typeparam name="TState">States of the component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <remarks>Safe for use by several threads. Disposing of it closes the stream; the monitor goes on.</remarks>
public sealed class MonitoredConnection<TState, TEvent> : IDisposable, IAsyncDisposable
    where TState : class
    where TEvent : class
{
    private readonly Stream stream;
    private readonly IncomingFrames<TState, TEvent> incoming;
    private readonly OutgoingFrames<TState, TEvent> outgoing;

    internal MonitoredConnection(PermissionMonitor<TState, TEvent> monitor, Stream stream, StreamProtocol<TEvent> protocol, string name)
    {
        Monitor = monitor;
        this.stream = stream;
        incoming = new(monitor, stream, protocol, name);
        outgoing = new(monitor, new StreamSink(stream), protocol, name, ended: null);
    }

    /// <summary>The monitor.</summary>
    public PermissionMonitor<TState, TEvent> Monitor { get; }

    /// <summary>Some state that the observations allow.</summary>
    public TState State => Monitor.State;

    /// <summary>Reports an internal event: a ghost step of the model.</summary>
    /// <param name="e">The event.</param>
    /// <exception cref="GhostViolationException">No state allows it.</exception>
    public void Perform(TEvent e) => Monitor.Perform(e);

    /// <summary>Sends the frame of an event, whole, if the event is permitted.</summary>
    /// <param name="e">The event: a case without inputs.</param>
    /// <param name="cancellation">Gives up. A send that has begun may then have left in part, which ends the sends of this stream.</param>
    /// <exception cref="PreconditionViolationException">The event has no frame.</exception>
    /// <exception cref="PermissionViolationException">The event is not permitted. No byte was sent.</exception>
    public ValueTask SendAsync(TEvent e, CancellationToken cancellation = default) => outgoing.SendAsync(e, cancellation);

    /// <summary>Waits for a message, if receiving one is permitted.</summary>
    /// <typeparam name="TCase">The case of the received event.</typeparam>
    /// <param name="cancellation">Ends the wait: no event, and the permission is kept; what has been read of a frame stays.</param>
    /// <returns>The event, or null if the peer has ended between frames: that is no event.</returns>
    /// <exception cref="PermissionViolationException">Receiving is not permitted. The stream was not read.</exception>
    /// <exception cref="RefusedInputException">The bytes are no message, or one that cannot be passed on.</exception>
    /// <exception cref="EndOfStreamException">The peer has ended inside a frame.</exception>
    public ValueTask<TCase?> ReceiveAsync<TCase>(CancellationToken cancellation = default)
        where TCase : class, TEvent => incoming.ReceiveAsync<TCase>(accept: null, cancellation);

    /// <summary>As the other, for a component with a monitor lock: the message is taken over inside the lock.</summary>
    /// <typeparam name="TCase">The case of the received event.</typeparam>
    /// <param name="accept">Brings the program's state to that of the model after the event. Must not wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public ValueTask<TCase?> ReceiveAsync<TCase>(Action<TCase> accept, CancellationToken cancellation = default)
        where TCase : class, TEvent
    {
        ArgumentNullException.ThrowIfNull(accept);
        return incoming.ReceiveAsync(accept, cancellation);
    }

    /// <summary>Closes the stream.</summary>
    public void Dispose()
    {
        End();
        stream.Dispose();
    }

    /// <summary>Closes the stream.</summary>
    public ValueTask DisposeAsync()
    {
        End();
        return stream.DisposeAsync();
    }

    private void End()
    {
        incoming.End();
        outgoing.End();
    }
}
