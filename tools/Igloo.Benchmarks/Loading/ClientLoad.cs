using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Igloo.Benchmarks.Monitoring;
using Igloo.Monitoring;
using Igloo.Monitoring.Datagrams;
using Igloo.Values;
using LeaderElection.Model;

namespace Igloo.Benchmarks.Loading;

/// <summary>A program that sends small datagrams to itself and receives them with the calls of <see cref="UdpClient"/>, and the same program with the one line that puts a monitor below them.</summary>
internal sealed class ClientLoad : ILoad
{
    private readonly UdpClient[] bare;
    private readonly MonitoredUdpClient<RingNode.State, RingNode.Event>[] monitored;
    private readonly IPEndPoint[] peers;
    private readonly byte[] datagram = [0, 0, 0, 2];

    public ClientLoad(int connections)
    {
        bare = [.. Enumerable.Range(0, connections).Select(_ => new UdpClient(new IPEndPoint(IPAddress.Loopback, 0)))];
        peers = [.. bare.Select(c => (IPEndPoint)c.Client.LocalEndPoint!)];
        var ring = new Ring(5);
        monitored = [.. bare.Select((c, i) => Monitored(c, peers[i], ring))];
    }

    public string Name => "datagram, UdpClient";

    public ValueTask RoundTrip(int worker, int connection, bool isMonitored) =>
        isMonitored ? RoundTrip(monitored[connection], peers[connection]) : RoundTrip(bare[connection], peers[connection]);

    public ValueTask DisposeAsync()
    {
        foreach (var client in monitored) client.Dispose();
        return default;
    }

    private static MonitoredUdpClient<RingNode.State, RingNode.Event> Monitored(UdpClient client, IPEndPoint self, Ring ring)
    {
        var monitor = PermissionMonitor.Start(new RingNode(new Node(2), Address.Of(self), ring));
        monitor.Perform(new RingNode.Event.Setup());
        return monitor.Wrap(client, new Observer());
    }

    private static void Read(UdpReceiveResult received)
    {
        if (received.Buffer is not [0, 0, 0, 2]) throw new InvalidDataException("The datagram is no message.");
    }

    private async ValueTask RoundTrip(UdpClient client, IPEndPoint peer)
    {
        await client.SendAsync(datagram, peer);
        Read(await client.ReceiveAsync());
    }

    private async ValueTask RoundTrip(MonitoredUdpClient<RingNode.State, RingNode.Event> client, IPEndPoint peer)
    {
        await client.SendAsync(datagram, peer);
        Read(await client.ReceiveAsync());
    }

    private sealed class Observer : IDatagramObserver<RingNode.Event>
    {
        public int MaximumLength => 4;

        public bool TryDecodeSent(ReadOnlySpan<byte> datagram, IPEndPoint to, [NotNullWhen(true)] out RingNode.Event? sent)
        {
            sent = datagram.Length == 4 ? new RingNode.Event.Send(Address.Of(to), new Node(BinaryPrimitives.ReadInt32BigEndian(datagram))) : null;
            return sent is not null;
        }

        public bool TryDecode(ReadOnlySpan<byte> datagram, IPEndPoint from, [NotNullWhen(true)] out RingNode.Event? received)
        {
            received = datagram.Length == 4 ? new RingNode.Event.Receive(new Node(BinaryPrimitives.ReadInt32BigEndian(datagram))) : null;
            return received is not null;
        }
    }
}
