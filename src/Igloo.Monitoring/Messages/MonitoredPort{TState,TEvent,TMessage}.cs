using System.Runtime.CompilerServices;
using Igloo.IoSpecs;
using Igloo.Monitoring.Permissions;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Messages;

/// <summary>A component over a transport of messages: events in and out, each under the component's permissions.</summary>
/// <typeparam name="TState">States of the component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <typeparam name="TMessage">The messages.</typeparam>
/// <remarks>
/// Safe for use by several threads. Permission is taken before the transport is called, and no lock of the monitor is held while it works: a
/// peer that does not read delays the sends of its own ordered port, and no others. So does a log that takes its time over a send that was refused.
/// </remarks>
public sealed class MonitoredPort<TState, TEvent, TMessage> : IDisposable
    where TState : class
    where TEvent : class
{
    private readonly IMessagePort<TMessage> port;
    private readonly IMessageCodec<TEvent, TMessage> codec;
    private readonly bool isOrdered;
    private readonly Turns? sending;
    private readonly Turns? receiving;
    private EventPlan<TEvent>? lastReceived;

    // What an ordered transport gave and could not be recorded: it loses nothing, so the next receive gets it.
    private Arrival<TMessage> unrecorded;

    internal MonitoredPort(PermissionMonitor<TState, TEvent> monitor, IMessagePort<TMessage> port, IMessageCodec<TEvent, TMessage> codec)
    {
        Monitor = monitor;
        this.port = port;
        this.codec = codec;
        isOrdered = port.Kind == PortKind.Ordered;
        if (!isOrdered) return;
        sending = new(port.Name);
        receiving = new(port.Name);
    }

    /// <summary>The monitor.</summary>
    public PermissionMonitor<TState, TEvent> Monitor { get; }

    /// <summary>Some state that the observations allow.</summary>
    public TState State => Monitor.State;

    /// <summary>Reports an internal event: a ghost step of the model.</summary>
    /// <param name="e">The event.</param>
    /// <exception cref="GhostViolationException">No state allows it.</exception>
    public void Perform(TEvent e) => Monitor.Perform(e);

    /// <summary>Sends the message of an event, if the event is permitted.</summary>
    /// <param name="e">The event: a case without inputs.</param>
    /// <param name="cancellation">Gives up. On an ordered port a send that has begun may then have left in part, which ends its sends.</param>
    /// <exception cref="PreconditionViolationException">The event has no message.</exception>
    /// <exception cref="PermissionViolationException">The event is not permitted. Nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">The failure contract of the operation does not suit the transport.</exception>
    public ValueTask SendAsync(TEvent e, CancellationToken cancellation = default)
    {
        var plan = Monitor.PlanOf(e);
        if (plan.HasInputs) throw new InvalidOperationException($"{EventText.Short(e)} has an input; it cannot be sent.");
        if (isOrdered) plan.RequireOrdered(port.Name);
        return SendAsync(plan, e, codec.Encode(e), cancellation);
    }

    /// <summary>Waits for a message, if receiving one is permitted.</summary>
    /// <typeparam name="TCase">The case of the received event.</typeparam>
    /// <param name="cancellation">Ends the wait: no event, and the permission is kept.</param>
    /// <returns>The event, or null if the peer has ended: that is no event.</returns>
    /// <exception cref="PermissionViolationException">Receiving is not permitted. The transport was not asked.</exception>
    /// <exception cref="RefusedInputException">An input on an ordered transport cannot be passed on; the port receives no more.</exception>
    public ValueTask<TCase?> ReceiveAsync<TCase>(CancellationToken cancellation = default)
        where TCase : class, TEvent => ReceiveAsync<TCase>(accept: null, cancellation);

    /// <summary>As the other, for a component with a monitor lock: the message is taken over inside the lock.</summary>
    /// <typeparam name="TCase">The case of the received event.</typeparam>
    /// <param name="accept">Brings the program's state to that of the model after the event. Must not wait.</param>
    /// <param name="cancellation">Ends the wait: no event, and the permission is kept.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TCase?> ReceiveAsync<TCase>(Action<TCase>? accept, CancellationToken cancellation = default)
        where TCase : class, TEvent
    {
        if (Monitor.FindPlan(typeof(TCase), ref lastReceived) is not { Sample: { } sample } plan) throw new ArgumentException($"{typeof(TCase).Name} is no case with inputs.");
        Monitor.RequireAcceptance(accept is not null);
        if (receiving is not null) await receiving.EnterAsync(cancellation).ConfigureAwait(false);
        IoCall<TEvent>? waiting = null;
        try
        {
            var call = Monitor.Begin(plan, sample, port.Name);
            waiting = call;
            while (true)
            {
                var arrival = unrecorded.IsMessage ? unrecorded : await port.ReceiveAsync(cancellation).ConfigureAwait(false);
                if (isOrdered) unrecorded = arrival;
                if (!arrival.IsMessage) return null;
                if (Refusal(arrival.Message, call, accept, out var received) is not { } reason)
                {
                    waiting = null;
                    return received;
                }

                var refused = Monitor.Refuse(port.Name, reason);
                if (!isOrdered) continue;
                receiving?.End(refused);
                throw refused;
            }
        }
        finally
        {
            if (waiting is { } unanswered) Monitor.Abandon(unanswered);
            receiving?.Exit();
        }
    }

    /// <summary>Ends the port's operations that wait for their turn. The transport is its owner's, and the monitor goes on.</summary>
    public void Dispose()
    {
        sending?.End(null);
        receiving?.End(null);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask SendAsync(EventPlan<TEvent> plan, TEvent e, TMessage message, CancellationToken cancellation)
    {
        if (sending is not null) await sending.EnterAsync(cancellation).ConfigureAwait(false);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            var call = Monitor.Begin(plan, e, port.Name);
            if (call.IsDropped) return;
            try
            {
                await port.SendAsync(message, cancellation).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                Monitor.Fail(call);
                sending?.End(failure);
                throw;
            }

            Monitor.Succeed(call);
        }
        finally
        {
            sending?.Exit();
        }
    }

    private DropReason? Refusal<TCase>(TMessage message, in IoCall<TEvent> call, Action<TCase>? accept, out TCase? received)
        where TCase : class, TEvent
    {
        received = null;
        var isAnswered = true;
        try
        {
            if (!codec.TryDecode(message, out var e)) return DropReason.Junk;
            isAnswered = false;
            received = e as TCase ?? throw new InvalidOperationException($"The codec decoded {EventText.Short(e)} where a {typeof(TCase).Name} was received.");
            var outcome = Monitor.Deliver(call, received, accept, ref isAnswered);
            isAnswered = true;
            return outcome.Refusal();
        }
        finally
        {
            if (isAnswered) unrecorded = default;
        }
    }
}
