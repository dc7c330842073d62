using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring.Datagrams;
using Igloo.Monitoring.Tests.Models;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Datagrams;

/// <summary>A monitored node and an unmonitored peer, on ports that the system picks.</summary>
internal sealed class Loopback : IDisposable
{
    private readonly UdpClient own = new(new IPEndPoint(IPAddress.Loopback, 0));

    public Loopback(MonitorOptions<RingNode.State, RingNode.Event>? options = null)
    {
        Peer = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        PeerAddress = Address.Of((IPEndPoint)Peer.Client.LocalEndPoint!);
        EndPoint = (IPEndPoint)own.Client.LocalEndPoint!;
        Node = PermissionMonitor.Start(new RingNode(new Id(2), PeerAddress), options).Over(own, new RingCodec());
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public UdpClient Peer { get; }

    public Address PeerAddress { get; }

    public IPEndPoint EndPoint { get; }

    public MonitoredUdp<RingNode.State, RingNode.Event> Node { get; }

    public RingNode.Event Send(int id) => new RingNode.Event.Send(PeerAddress, new Id(id));

    public async Task PeerSends(params byte[] datagram) => await Peer.SendAsync(datagram, EndPoint, Cancellation);

    public void Dispose()
    {
        Node.Dispose();
        Peer.Dispose();
    }
}
