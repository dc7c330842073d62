using System.Net;
using System.Net.Sockets;
using Igloo.Benchmarks.Monitoring;
using Igloo.Monitoring;
using Igloo.Monitoring.Datagrams;
using Igloo.Values;
using LeaderElection.Model;

namespace Igloo.Benchmarks.Loading;

/// <summary>Sockets that send small datagrams to themselves and receive them, each with a monitor of its own.</summary>
internal sealed class DatagramLoad : ILoad
{
    private readonly BareNode[][] bare;
    private readonly MonitoredUdp<RingNode.State, RingNode.Event>[] monitored;
    private readonly RingNode.Event.Send[] sends;

    public DatagramLoad(int workers, int connections)
    {
        var ring = new Ring(5);
        var clients = Enumerable.Range(0, connections).Select(_ => new UdpClient(new IPEndPoint(IPAddress.Loopback, 0))).ToArray();
        // Who shares a socket has buffers of his own.
        bare = [.. Enumerable.Range(0, workers).Select(w => clients.Select((c, i) => connections < workers || i % workers == w ? new BareNode(c.Client) : null!).ToArray())];
        monitored = [.. clients.Select(c => Monitored(c, ring))];
        sends = [.. clients.Select(c => new RingNode.Event.Send(Address.Of((IPEndPoint)c.Client.LocalEndPoint!), new Node(2)))];
    }

    public string Name => "datagram, 4 bytes";

    public ValueTask RoundTrip(int worker, int connection, bool isMonitored) =>
        isMonitored ? RoundTrip(monitored[connection], sends[connection]) : bare[worker][connection].RoundTrip(sends[connection]);

    public async ValueTask DisposeAsync()
    {
        foreach (var node in monitored) await node.DisposeAsync();
    }

    private static MonitoredUdp<RingNode.State, RingNode.Event> Monitored(UdpClient client, Ring ring)
    {
        var self = (IPEndPoint)client.Client.LocalEndPoint!;
        var node = PermissionMonitor.Start(new RingNode(new Node(2), Address.Of(self), ring)).Over(client, new NodeCodec(self));
        node.Perform(new RingNode.Event.Setup());
        return node;
    }

    private static async ValueTask RoundTrip(MonitoredUdp<RingNode.State, RingNode.Event> node, RingNode.Event send)
    {
        await node.SendAsync(send);
        await node.ReceiveAsync<RingNode.Event.Receive>();
    }
}
