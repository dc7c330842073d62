using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Igloo.IoSpecs;
using Igloo.Monitoring.Messages;
using Igloo.Monitoring.Permissions;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Datagrams;

/// <summary>Receives under permission: asks first, then reads the socket, then records the event, then hands it over.</summary>
internal sealed class DatagramReceiver<TState, TEvent>(PermissionMonitor<TState, TEvent> monitor, Socket socket, IDatagramDecoder<TEvent> decoder)
    where TState : class
    where TEvent : class
{
    private readonly int maximumLength = decoder.MaximumLength;
    private readonly AddressFamily family = socket.AddressFamily;
    private EventPlan<TEvent>? lastPlan;

    public EndPointCache EndPoints { get; } = new(socket.AddressFamily);

    public DatagramStatistics Statistics { get; } = new();

    public ValueTask<TCase> ReceiveAsync<TCase>(string local, Action<TCase>? accept, CancellationToken cancellation)
        where TCase : class, TEvent
    {
        if (monitor.FindPlan(typeof(TCase), ref lastPlan) is not { Sample: { } sample } plan) throw new ArgumentException($"{typeof(TCase).Name} is no case with inputs.");
        monitor.RequireAcceptance(accept is not null);
        return ReceiveAsync(monitor.Begin(plan, sample, local), accept, bytes: null, cancellation);
    }

    /// <summary>Goes on until a message is accepted. A datagram that waits already is taken without a state machine.</summary>
    /// <param name="call">The permission.</param>
    /// <param name="accept">Takes the event over inside the monitor lock.</param>
    /// <param name="bytes">Where to copy the datagram, for callers that want bytes.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public ValueTask<TCase> ReceiveAsync<TCase>(in IoCall<TEvent> call, Action<TCase>? accept, ReceivedBytes? bytes, CancellationToken cancellation)
        where TCase : class, TEvent
    {
        ref var place = ref ReceivePlace.Own;
        var buffer = place.Take(maximumLength, family);
        try
        {
            var first = Start(buffer, cancellation);
            if (!first.IsCompletedSuccessfully) return PendingReceive<TState, TEvent, TCase>.Of(this, first, buffer, call, accept, bytes, cancellation);
            if (Take(call, buffer, first.GetAwaiter().GetResult(), accept, bytes) is not { } received)
            {
                return PendingReceive<TState, TEvent, TCase>.Of(this, Start(buffer, cancellation), buffer, call, accept, bytes, cancellation);
            }

            place.PutBack(buffer);
            return new(received);
        }
        catch (Exception failure)
        {
            Abandon(call);
            place.PutBack(buffer);
            return ValueTask.FromException<TCase>(failure);
        }
    }

    /// <summary>Begins to read a datagram.</summary>
    internal ValueTask<int> Start(ReceiveBuffer buffer, CancellationToken cancellation) =>
        socket.ReceiveFromAsync(buffer.Bytes.AsMemory(0, maximumLength + 1), SocketFlags.None, buffer.From, cancellation);

    /// <summary>Gives a permission back whose input has not come.</summary>
    internal void Abandon(in IoCall<TEvent> call) => monitor.Abandon(call);

    /// <summary>The event of a datagram, recorded and handed over; null if it is dropped.</summary>
    internal TCase? Take<TCase>(in IoCall<TEvent> call, ReceiveBuffer buffer, int length, Action<TCase>? accept, ReceivedBytes? bytes)
        where TCase : class, TEvent
    {
        var from = EndPoints.EndPointOf(buffer.From);
        if (Read(buffer.Bytes.AsSpan(0, length), from) is not { } e) return null;
        // A cast to a type parameter, and every call that needs the parameter, searches for the type first; a comparison does not.
        if (!call.Plan.Suits(e)) throw new InvalidOperationException($"The codec decoded {EventText.Short(e)} where a {call.Plan.CaseType.Name} was received.");
        var received = Unsafe.As<TCase>(e);
        var outcome = accept is null ? monitor.Deliver(call, e) : monitor.Deliver(call, received, accept);
        if (outcome != InputOutcome.Accepted)
        {
            // The datagram is as good as lost, and datagrams may be lost: the program has not seen it.
            Drop(outcome.Refusal()!.Value, from, length);
            return null;
        }

        bytes?.Set(buffer.Bytes.AsSpan(0, length), from);
        return received;
    }

    private TEvent? Read(ReadOnlySpan<byte> datagram, IPEndPoint from)
    {
        if (datagram.Length <= maximumLength && decoder.TryDecode(datagram, from, out var e)) return e;
        Drop(datagram.Length > maximumLength ? DropReason.Oversized : datagram.IsEmpty ? DropReason.Empty : DropReason.Junk, from, datagram.Length);
        return null;
    }

    private void Drop(DropReason reason, IPEndPoint from, int length)
    {
        Statistics.Count(reason);
        // What the model has against a message is told by the monitor.
        if (reason is not (DropReason.IllTyped or DropReason.ModelFault)) monitor.Tell(new MonitorReport.DroppedDatagram(monitor.Clock.GetUtcNow(), from, length, reason));
    }
}
