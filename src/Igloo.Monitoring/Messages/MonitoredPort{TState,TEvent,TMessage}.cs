using System.Runtime.CompilerServices;
using Igloo.Components;
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
/// peer that does not read delays the sends of its own ordered port, and no others.
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

    // Whoever calls one at a time in each direction needs no turns.
    internal MonitoredPort(
        PermissionMonitor<TState, TEvent> monitor, IMessagePort<TMessage> port, IMessageCodec<TEvent, TMessage> codec, bool isSerialised = false)
    {
        Monitor = monitor;
        this.port = port;
        this.codec = codec;
        isOrdered = port.Kind == PortKind.Ordered;
        if (!isOrdered || isSerialised) return;
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
        return SendAsync(e, codec.Encode(e), bytes: 0, cancellation);
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
    public async ValueTask<TCase?> ReceiveAsync<TCase>(Action<TCase>? accept, CancellationToken cancellation = default)
        where TCase : class, TEvent
    {
        var received = await ReceiveAsync(typeof(TCase), accept is null ? null : e => accept((TCase)e), cancellation).ConfigureAwait(false);
        return received.IsMessage ? (TCase)received.Message.Event : null;
    }

    /// <summary>Ends the port's operations that wait for their turn. The transport is its owner's, and the monitor goes on.</summary>
    public void Dispose()
    {
        sending?.End(null);
        receiving?.End(null);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    internal async ValueTask SendAsync(TEvent e, TMessage message, int bytes, CancellationToken cancellation)
    {
        var plan = Monitor.PlanOf(e);
        RequireSuitableContract(plan);
        if (sending is not null) await sending.EnterAsync(cancellation).ConfigureAwait(false);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            var call = Monitor.Begin(plan, e, port.Name, bytes);
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

    /// <summary>Goes on until a message is accepted or the peer has ended.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<Arrival<(TEvent Event, TMessage Message)>> ReceiveAsync(Type caseType, Action<TEvent>? accept, CancellationToken cancellation)
    {
        if (Monitor.FindPlan(caseType, ref lastReceived) is not { Sample: { } sample } plan) throw new ArgumentException($"{caseType.Name} is no case with inputs.");
        Monitor.RequireAcceptance(accept is not null);
        if (receiving is not null) await receiving.EnterAsync(cancellation).ConfigureAwait(false);
        IoCall<TEvent>? waiting = null;
        try
        {
            var call = Monitor.Begin(plan, sample, port.Name);
            waiting = call;
            while (true)
            {
                var arrival = await port.ReceiveAsync(cancellation).ConfigureAwait(false);
                if (!arrival.IsMessage) return Arrival<(TEvent, TMessage)>.Ended;
                if (Refusal(arrival.Message, call, caseType, accept, out var e) is not { } reason)
                {
                    waiting = null;
                    return Arrival<(TEvent, TMessage)>.Of((e!, arrival.Message));
                }

                // What the model has against a message is told by the monitor.
                if (reason is DropReason.Junk or DropReason.NotPermitted) Monitor.Tell(new MonitorReport.RefusedMessage(Monitor.Clock.GetUtcNow(), port.Name, reason));
                if (!isOrdered) continue;
                var refused = new RefusedInputException($"{port.Name}: an input was refused ({reason}); nothing after it can be received.");
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

    private DropReason? Refusal(TMessage message, in IoCall<TEvent> call, Type caseType, Action<TEvent>? accept, out TEvent? e)
    {
        if (!codec.TryDecode(message, out e)) return DropReason.Junk;
        if (e.GetType() != caseType) throw new InvalidOperationException($"The codec decoded {EventText.Short(e)} where a {caseType.Name} was received.");
        return Monitor.Deliver(call, e, accept) switch
        {
            InputOutcome.Accepted => null,
            InputOutcome.IllTyped => DropReason.IllTyped,
            InputOutcome.Dropped => DropReason.NotPermitted,
            _ => DropReason.ModelFault,
        };
    }

    // An ordered transport may have sent a part, and what follows it would be read as its rest: the event has neither happened for certain nor not.
    private void RequireSuitableContract(EventPlan<TEvent> plan)
    {
        if (!isOrdered || plan.OnFailure is FailureContract.Stop or FailureContract.Unknown) return;
        throw new InvalidOperationException(
            $"{plan.CaseType.Name} has the failure contract {plan.OnFailure}, but {port.Name} is ordered: a failed send may have left in part, and none is lost. Use {nameof(FailureContract.Stop)} or {nameof(FailureContract.Unknown)}.");
    }
}
