using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring;
using Igloo.Monitoring.Datagrams;
using LeaderElection.Model;
using LeaderElection.Wire;
using E = LeaderElection.Model.RingNode.Event;

namespace Igloo.Endurance.Soaking;

/// <summary>A node on a UDP socket whose peers come and go: each sends some messages and junk from a port of its own.</summary>
internal sealed class SoakPeers : IDisposable
{
    private const int Messages = 3;
    private readonly UdpClient socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly MonitoredUdp<RingNode.State, E> node;
    private readonly byte[] message = new byte[RingCodec.Length];

    public SoakPeers()
    {
        var ring = new Ring(5);
        node = PermissionMonitor.Start(new RingNode(new Node(2), ring.AddressOf(new Node(3)), ring)).Over(socket, new RingCodec());
    }

    public long Events { get; private set; }

    public async Task HearAsync(Random random)
    {
        using var peer = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var to = (IPEndPoint)socket.Client.LocalEndPoint!;
        for (var i = 0; i < Messages; i++)
        {
            var id = new Node(random.Next(5));
            RingCodec.Write(id, message);
            await peer.SendAsync(message.AsMemory(0, random.Next(message.Length)), to);
            await peer.SendAsync(message, to);
            if ((await node.ReceiveAsync<E.Receive>()).Id != id) throw new InvalidOperationException($"{id} was sent, another received.");
            Events++;
        }
    }

    public void Dispose() => node.Dispose();
}
