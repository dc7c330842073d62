using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring;
using Igloo.Monitoring.Datagrams;
using Igloo.Values;
using LeaderElection.Model;

namespace Igloo.Benchmarks.Monitoring;

/// <summary>
/// A node that sends a small datagram to itself over loopback and receives it, bare and monitored by turns in one process. Both encode
/// and decode with the same codec and reuse their buffers; the bare one knows its peer and checks nothing.
/// </summary>
internal static class UdpBenchmark
{
    public static async Task<string> Run(int events)
    {
        using var bareSocket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var self = (IPEndPoint)socket.Client.LocalEndPoint!;
        var successor = Address.Of(self);
        await using var node = PermissionMonitor.Start(new RingNode(new Node(2), successor, new Ring(5))).Over(socket, new NodeCodec(self));
        node.Perform(new RingNode.Event.Setup());
        var send = new RingNode.Event.Send(successor, new Node(2));
        var bare = new BareNode(bareSocket.Client);
        Func<ValueTask> bareRoundTrip = () => bare.RoundTrip(send);
        Func<ValueTask> monitoredRoundTrip = () => RoundTrip(node, send);
        return await RoundTrips.Compare("UDP on loopback, send and receive of 4 bytes", bareRoundTrip, monitoredRoundTrip, events);
    }

    private static async ValueTask RoundTrip(MonitoredUdp<RingNode.State, RingNode.Event> node, RingNode.Event send)
    {
        await node.SendAsync(send);
        await node.ReceiveAsync<RingNode.Event.Receive>();
    }
}
