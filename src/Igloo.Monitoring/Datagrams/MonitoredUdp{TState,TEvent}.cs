using System.Net;
using System.Net.Sockets;
using Igloo.IoSpecs;
using Igloo.Monitoring.Permissions;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Datagrams;

/// <summary>A component over a UDP socket: events in and out, each under the component's permissions.</summary>
/// <typeparam name="TState">States of the component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <remarks>Safe for use by several threads. Disposing of it closes the socket, so that receives in flight end.</remarks>
public sealed class MonitoredUdp<TState, TEvent> : IDisposable, IAsyncDisposable
    where TState : class
    where TEvent : class
{
    private readonly UdpClient client;
    private readonly Socket socket;
    private readonly IDatagramCodec<TEvent> codec;
    private readonly DatagramReceiver<TState, TEvent> receiver;
    private readonly int maximumLength;
    private readonly string local;

    internal MonitoredUdp(PermissionMonitor<TState, TEvent> monitor, UdpClient client, IDatagramCodec<TEvent> codec)
    {
        Monitor = monitor;
        this.client = client;
        socket = client.Client;
        this.codec = codec;
        maximumLength = codec.MaximumLength;
        receiver = new(monitor, client.Client, codec);
        local = $"udp at {client.Client.LocalEndPoint}";
    }

    /// <summary>The monitor.</summary>
    public PermissionMonitor<TState, TEvent> Monitor { get; }

    /// <summary>The datagrams that were dropped.</summary>
    public DatagramStatistics Statistics => receiver.Statistics;

    /// <summary>Some state that the observations allow.</summary>
    public TState State => Monitor.State;

    /// <summary>Reports an internal event: a ghost step of the model.</summary>
    /// <param name="e">The event.</param>
    /// <exception cref="GhostViolationException">No state allows it.</exception>
    public void Perform(TEvent e) => Monitor.Perform(e);

    /// <summary>Sends the datagram of an event, if the event is permitted.</summary>
    /// <param name="e">The event: a case without inputs.</param>
    /// <param name="cancellation">Gives up before the event has begun.</param>
    /// <exception cref="PreconditionViolationException">The event has no encoding.</exception>
    /// <exception cref="PermissionViolationException">The event is not permitted. No byte was sent.</exception>
    /// <exception cref="SocketException">The socket failed; the contract of the operation tells where the permission is.</exception>
    /// <remarks>The datagram is with the operating system when the method returns; where that has no room, the thread waits.</remarks>
    public ValueTask SendAsync(TEvent e, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var plan = Monitor.PlanOf(e);
        if (plan.HasInputs) throw new InvalidOperationException($"{EventText.Short(e)} has an input; it cannot be sent.");
        ref var place = ref SendBuffer.Own;
        var buffer = place.Take(maximumLength);
        var call = default(IoCall<TEvent>);
        var isInFlight = false;
        // In one method: each one more between here and the system call was seen to cost ten nanoseconds when it returns.
        try
        {
            var datagram = codec.Encode(e, buffer.AsSpan(0, maximumLength));
            if (datagram.Length < 0 || datagram.Length > maximumLength || datagram.To is null) throw NoDatagram(e, datagram);
            call = Monitor.Begin(plan, e, datagram.To, datagram.Length);
            if (call.IsDropped) return default;
            isInFlight = true;
            // The asynchronous call that takes an address is not for several threads at once: the socket keeps its arguments for the next one, and
            // takes the address out of them when that may have begun.
            socket.SendTo(buffer.AsSpan(0, datagram.Length), SocketFlags.None, receiver.EndPoints.AddressOf(datagram.To));
            isInFlight = false;
            Monitor.Succeed(call);
            return default;
        }
        catch (Exception failure) when (isInFlight)
        {
            Monitor.Fail(call, DatagramFailure.IsCertainlyUnsent(failure));
            throw;
        }
        finally
        {
            place.PutBack(buffer);
        }
    }

    /// <summary>Waits for a message, if receiving one is permitted. Datagrams that are no message are dropped and counted.</summary>
    /// <typeparam name="TCase">The case of the received event.</typeparam>
    /// <param name="cancellation">Ends the wait: no event, and the permission is kept.</param>
    /// <exception cref="PermissionViolationException">Receiving is not permitted. The socket was not read.</exception>
    public ValueTask<TCase> ReceiveAsync<TCase>(CancellationToken cancellation = default)
        where TCase : class, TEvent =>
        receiver.ReceiveAsync<TCase>(local, accept: null, cancellation);

    /// <summary>As the other, for a component with a monitor lock: the message is taken over inside the lock.</summary>
    /// <typeparam name="TCase">The case of the received event.</typeparam>
    /// <param name="accept">Brings the program's state to that of the model after the event. Must not wait.</param>
    /// <param name="cancellation">Ends the wait: no event, and the permission is kept.</param>
    public ValueTask<TCase> ReceiveAsync<TCase>(Action<TCase> accept, CancellationToken cancellation = default)
        where TCase : class, TEvent
    {
        ArgumentNullException.ThrowIfNull(accept);
        return receiver.ReceiveAsync(local, accept, cancellation);
    }

    /// <summary>Waits for a message for a limited time.</summary>
    /// <typeparam name="TCase">The case of the received event.</typeparam>
    /// <param name="wait">How long, by the clock of the monitor.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The event, or null if none came: then there is no event, and the permission is kept.</returns>
    public async ValueTask<TCase?> TryReceiveAsync<TCase>(TimeSpan wait, CancellationToken cancellation = default)
        where TCase : class, TEvent
    {
        using var timeOut = new CancellationTokenSource(wait, Monitor.Clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeOut.Token);
        try
        {
            return await ReceiveAsync<TCase>(ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Closes the socket and ends the monitor.</summary>
    public void Dispose()
    {
        client.Dispose();
        Monitor.Dispose();
    }

    /// <summary>Closes the socket and ends the monitor.</summary>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    private static InvalidOperationException NoDatagram(TEvent e, in EncodedDatagram datagram) =>
        new($"The codec made {datagram.Length} bytes to {datagram.To} of {EventText.Short(e)}.");
}
