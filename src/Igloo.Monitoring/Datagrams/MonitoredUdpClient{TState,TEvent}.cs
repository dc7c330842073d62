using System.Net;
using System.Net.Sockets;
using Igloo.IoSpecs;
using Igloo.Monitoring.Permissions;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Datagrams;

/// <summary>
/// A <see cref="UdpClient"/> for a program that deals in bytes: the same asynchronous methods, each under the component's permissions. What
/// would go past the monitor, such as the socket in Client, is not here.
/// </summary>
/// <typeparam name="TState">States of the component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <remarks>Safe for use by several threads. Disposing of it closes the socket.</remarks>
public sealed class MonitoredUdpClient<TState, TEvent> : IDisposable
    where TState : class
    where TEvent : class
{
    private readonly UdpClient client;
    private readonly IDatagramObserver<TEvent> observer;
    private readonly DatagramReceiver<TState, TEvent> receiver;
    private readonly EventPlan<TEvent> receive;
    private readonly string local;

    internal MonitoredUdpClient(PermissionMonitor<TState, TEvent> monitor, UdpClient client, IDatagramObserver<TEvent> observer)
    {
        Monitor = monitor;
        this.client = client;
        this.observer = observer;
        receiver = new(monitor, client.Client, observer);
        local = $"udp at {client.Client.LocalEndPoint}";
        EventPlan<TEvent>[] receives = [.. monitor.Plans.Where(p => p.HasOnlyInputs)];
        receive = receives is [var only]
            ? only
            : throw new ArgumentException($"{monitor.Name} has {receives.Length} event cases that only receive; a datagram client needs exactly one.");
    }

    /// <summary>The monitor.</summary>
    public PermissionMonitor<TState, TEvent> Monitor { get; }

    /// <summary>The datagrams that were dropped.</summary>
    public DatagramStatistics Statistics => receiver.Statistics;

    /// <summary>Reports an internal event: a ghost step of the model.</summary>
    /// <param name="e">The event.</param>
    /// <exception cref="GhostViolationException">No state allows it.</exception>
    public void Perform(TEvent e) => Monitor.Perform(e);

    /// <summary>Sends a datagram, if the event that it is has permission.</summary>
    /// <param name="datagram">The bytes.</param>
    /// <param name="endPoint">The destination.</param>
    /// <param name="cancellationToken">Cancels the wait for the socket.</param>
    /// <returns>The number of bytes sent.</returns>
    /// <exception cref="PermissionViolationException">The datagram is no event of the model, or not permitted. No byte was sent.</exception>
    public async ValueTask<int> SendAsync(ReadOnlyMemory<byte> datagram, IPEndPoint endPoint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        cancellationToken.ThrowIfCancellationRequested();
        if (!observer.TryDecodeSent(datagram.Span, endPoint, out var e))
        {
            var isMade = Monitor.RefuseBytes($"{datagram.Length} bytes {Convert.ToHexString(datagram.Span[..Math.Min(datagram.Length, 16)])}", endPoint, datagram.Length);
            return isMade ? await client.SendAsync(datagram, endPoint, cancellationToken).ConfigureAwait(false) : datagram.Length;
        }

        var plan = Monitor.PlanOf(e);
        if (plan.HasInputs) throw new InvalidOperationException($"The observer decoded {EventText.Short(e)}, which has an input, where a datagram was sent.");
        var call = Monitor.Begin(plan, e, endPoint, datagram.Length);
        if (call.IsDropped) return datagram.Length;
        try
        {
            var sent = await client.SendAsync(datagram, endPoint, cancellationToken).ConfigureAwait(false);
            Monitor.Succeed(call);
            return sent;
        }
        catch (Exception failure)
        {
            Monitor.Fail(call, DatagramFailure.IsCertainlyUnsent(failure));
            throw;
        }
    }

    /// <summary>Waits for a datagram that is a message, if receiving is permitted.</summary>
    /// <param name="cancellationToken">Ends the wait: no event, and the permission is kept.</param>
    /// <exception cref="PermissionViolationException">Receiving is not permitted. The socket was not read.</exception>
    /// <exception cref="InvalidOperationException">The monitor has a lock, inside which bytes cannot be taken over.</exception>
    public async ValueTask<UdpReceiveResult> ReceiveAsync(CancellationToken cancellationToken = default)
    {
        Monitor.RequireAcceptance(isGiven: false);
        var call = Monitor.Begin(receive.Sample!, local);
        var bytes = new ReceivedBytes();
        await receiver.ReceiveAsync<TEvent>(call, accept: null, bytes, cancellationToken).ConfigureAwait(false);
        return bytes.Result;
    }

    /// <summary>Closes the socket and ends the monitor.</summary>
    public void Dispose()
    {
        client.Dispose();
        Monitor.Dispose();
    }
}
