using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring.Datagrams;
using Igloo.Monitoring.Tests.Models;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Datagrams;

public sealed class PeersTests : IDisposable
{
    private readonly UdpClient own = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly UdpClient one = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly UdpClient other = new(new IPEndPoint(IPAddress.Loopback, 0));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Senders_are_told_apart_when_they_alternate()
    {
        using var client = PermissionMonitor.Start(new RingNode(new Id(2), Address.Of(EndPointOf(one)))).Wrap(own, new RingCodec());

        foreach (var peer in new[] { one, other, one, other, other })
        {
            await peer.SendAsync(new byte[] { 0, 0, 0, 9 }, EndPointOf(own), Cancellation);
            Assert.Equal(EndPointOf(peer), (await client.ReceiveAsync(Cancellation)).RemoteEndPoint);
        }
    }

    [Fact]
    public async Task Destination_is_the_new_one_when_the_codec_changes_its_end_point()
    {
        var successor = Address.Of(EndPointOf(one));
        var to = EndPointOf(one);
        using var node = PermissionMonitor.Start(new RingNode(new Id(2), successor)).Over(own, new Redirecting(to));
        node.Perform(new RingNode.Event.Setup());

        foreach (var peer in new[] { one, other, one })
        {
            to.Port = EndPointOf(peer).Port;
            await node.SendAsync(new RingNode.Event.Send(successor, new Id(2)), Cancellation);
            Assert.Equal(4, (await peer.ReceiveAsync(Cancellation)).Buffer.Length);
        }
    }

    [Fact]
    public void Ten_thousand_peers_that_are_known_make_no_garbage()
    {
        var cache = new EndPointCache(AddressFamily.InterNetwork);
        IPEndPoint[] peers = [.. Enumerable.Range(1, 10_000).Select(port => new IPEndPoint(IPAddress.Loopback, port))];
        SocketAddress[] addresses = [.. peers.Select(p => p.Serialize())];
        void TalkToAll()
        {
            for (var i = 0; i < peers.Length; i++)
            {
                Assert.True(cache.AddressOf(peers[i]).Equals(addresses[i]));
                Assert.True(cache.EndPointOf(addresses[i]).Equals(peers[i]));
            }
        }

        TalkToAll();
        var before = GC.GetAllocatedBytesForCurrentThread();
        TalkToAll();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    public void Dispose()
    {
        own.Dispose();
        one.Dispose();
        other.Dispose();
    }

    private static IPEndPoint EndPointOf(UdpClient client)
    {
        var bound = (IPEndPoint)client.Client.LocalEndPoint!;
        return new(bound.Address, bound.Port);
    }

    private sealed class Redirecting(IPEndPoint to) : IDatagramCodec<RingNode.Event>
    {
        private readonly RingCodec codec = new();

        public int MaximumLength => codec.MaximumLength;

        public EncodedDatagram Encode(RingNode.Event sent, Span<byte> datagram) => new(codec.Encode(sent, datagram).Length, to);

        public bool TryDecode(ReadOnlySpan<byte> datagram, IPEndPoint from, [NotNullWhen(true)] out RingNode.Event? received) =>
            codec.TryDecode(datagram, from, out received);
    }
}
