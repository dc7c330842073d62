using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Igloo.IoSpecs;
using Igloo.Monitoring.Permissions;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Datagrams;

/// <summary>Receives under permission: asks first, then reads the socket, then records the event, then hands it over.</summary>
internal sealed class DatagramReceiver<TState, TEvent>(PermissionMonitor<TState, TEvent> monitor, Socket socket, IDatagramDecoder<TEvent> decoder)
    where TState : class
    where TEvent : class
{
    private ReceiveBuffer? spare;

    public EndPointCache EndPoints { get; } = new(socket.AddressFamily);

    public DatagramStatistics Statistics { get; } = new();

    public ValueTask<TCase> ReceiveAsync<TCase>(string local, Action<TCase>? accept, CancellationToken cancellation)
        where TCase : class, TEvent
    {
        var sample = monitor.SampleOf(typeof(TCase)) ?? throw new ArgumentException($"{typeof(TCase).Name} is no case with inputs.");
        monitor.RequireAcceptance(accept is not null);
        return ReceiveAsync(monitor.Begin(sample, local), accept, bytes: null, cancellation);
    }

    /// <summary>Goes on until a message is accepted.</summary>
    /// <param name="call">The permission.</param>
    /// <param name="accept">Takes the event over inside the monitor lock.</param>
    /// <param name="bytes">Where to copy the datagram, for callers that want bytes.</param>
    /// <param name="cancellation">Ends the wait.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<TCase> ReceiveAsync<TCase>(IoCall<TEvent> call, Action<TCase>? accept, ReceivedBytes? bytes, CancellationToken cancellation)
        where TCase : class, TEvent
    {
        var buffer = Interlocked.Exchange(ref spare, null) ?? new ReceiveBuffer(decoder.MaximumLength, socket.AddressFamily);
        var isDelivered = false;
        try
        {
            while (true)
            {
                var length = await socket.ReceiveFromAsync(buffer.Bytes, SocketFlags.None, buffer.From, cancellation).ConfigureAwait(false);
                var from = EndPoints.EndPointOf(buffer.From);
                if (!TryRead(buffer.Bytes.AsSpan(0, length), from, out TCase? received)) continue;
                var outcome = monitor.Deliver(call, received, accept);
                if (outcome == InputOutcome.Accepted)
                {
                    isDelivered = true;
                    bytes?.Set(buffer.Bytes.AsSpan(0, length), from);
                    return received;
                }

                // The datagram is as good as lost, and datagrams may be lost: the program has not seen it.
                Drop(outcome == InputOutcome.IllTyped ? DropReason.IllTyped : DropReason.ModelFault, from, length);
            }
        }
        finally
        {
            if (!isDelivered) monitor.Abandon(call);
            Volatile.Write(ref spare, buffer);
        }
    }

    private bool TryRead<TCase>(ReadOnlySpan<byte> datagram, IPEndPoint from, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TCase? received)
        where TCase : class, TEvent
    {
        received = null;
        if (datagram.Length > decoder.MaximumLength) return Drop(DropReason.Oversized, from, datagram.Length);
        if (!decoder.TryDecode(datagram, from, out var e)) return Drop(datagram.IsEmpty ? DropReason.Empty : DropReason.Junk, from, datagram.Length);
        received = e as TCase ?? throw new InvalidOperationException($"The codec decoded {EventText.Short(e)} where a {typeof(TCase).Name} was received.");
        return true;
    }

    private bool Drop(DropReason reason, IPEndPoint from, int length)
    {
        Statistics.Count(reason);
        monitor.Tell(new MonitorReport.DroppedDatagram(monitor.Clock.GetUtcNow(), from, length, reason));
        return false;
    }
}
