using System.Net;
using System.Net.Sockets;
using LeaderElection.Links;

namespace LeaderElection.Tests.Links;

public sealed class FaultyLinkTests : IDisposable
{
    private readonly Socket sender = Bound();
    private readonly Socket receiver = Bound();

    [Fact]
    public void Datagrams_reach_the_node_in_order_when_there_are_no_faults()
    {
        using var link = LinkTo(receiver, LinkFaults.None);

        for (byte i = 0; i < 20; i++) sender.SendTo([i], link.Address);

        Assert.Equal(Enumerable.Range(0, 20), Received(20).Select(d => (int)d[0]));
        link.Dispose();
        Assert.Equal(new LinkStatistics(Taken: 20, Passed: 20, 0, 0, 0, 0, 0), link.Statistics);
    }

    [Fact]
    public void Later_datagrams_overtake_those_held_back()
    {
        using var link = LinkTo(receiver, LinkFaults.None with { Reordering = 0.5 });

        for (byte i = 0; i < 20; i++) sender.SendTo([i], link.Address);

        Assert.NotEqual(Enumerable.Range(0, 20), Received(20).Select(d => (int)d[0]));
        link.Dispose();
        Assert.InRange(link.Statistics.Reordered, 1, 19);
    }

    [Fact]
    public void Every_datagram_is_accounted_for()
    {
        using var link = LinkTo(receiver, new(0.3, 0.3, 0.3, 0.3, TimeSpan.FromMilliseconds(5)));

        for (byte i = 0; i < 100; i++) sender.SendTo([i], link.Address);
        Assert.True(SpinWait.SpinUntil(() => link.Statistics.Taken == 100, TimeSpan.FromSeconds(10)));
        link.Dispose();

        var statistics = link.Statistics;
        Assert.Equal(statistics.Taken - statistics.Lost + statistics.Duplicated, statistics.Passed + statistics.Refused);
        Assert.InRange(statistics.Lost, 10, 50);
    }

    [Fact]
    public void Datagrams_are_refused_before_the_node_is_known()
    {
        using var link = new FaultyLink(LinkFaults.None, seed: 1);

        sender.SendTo([1], link.Address);

        Assert.True(SpinWait.SpinUntil(() => link.Statistics.Refused == 1, TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Address_is_free_again_when_the_link_is_closed()
    {
        var link = new FaultyLink(LinkFaults.None, seed: 1);
        link.Dispose();

        using var again = new UdpClient(link.Address);
        Assert.Equal(link.Address, again.Client.LocalEndPoint);
    }

    public void Dispose()
    {
        sender.Dispose();
        receiver.Dispose();
    }

    private static FaultyLink LinkTo(Socket node, LinkFaults faults)
    {
        var link = new FaultyLink(faults, seed: 1);
        link.PassOnTo((IPEndPoint)node.LocalEndPoint!);
        return link;
    }

    private List<byte[]> Received(int count)
    {
        var buffer = new byte[100];
        receiver.ReceiveTimeout = 10_000;
        return [.. Enumerable.Range(0, count).Select(_ => buffer[..receiver.Receive(buffer)])];
    }

    private static Socket Bound()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
