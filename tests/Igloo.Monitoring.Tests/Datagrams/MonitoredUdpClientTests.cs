using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring.Datagrams;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Tests.Models;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Datagrams;

public sealed class MonitoredUdpClientTests : IDisposable
{
    private readonly UdpClient own = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly UdpClient peer = new(new IPEndPoint(IPAddress.Loopback, 0));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IPEndPoint PeerEndPoint => (IPEndPoint)peer.Client.LocalEndPoint!;

    [Fact]
    public async Task Bytes_pass_both_ways_when_permitted()
    {
        using var client = PermissionMonitor.Start(new RingNode(new Id(2), Address.Of(PeerEndPoint))).Wrap(own, new RingCodec());
        client.Perform(new RingNode.Event.Setup());

        Assert.Equal(4, await client.SendAsync(new byte[] { 0, 0, 0, 2 }, PeerEndPoint, Cancellation));
        await peer.SendAsync(new byte[] { 0, 0, 0, 9 }, (IPEndPoint)own.Client.LocalEndPoint!, Cancellation);
        var received = await client.ReceiveAsync(Cancellation);

        Assert.Equal("00000009", Convert.ToHexString(received.Buffer));
        Assert.Equal(PeerEndPoint, received.RemoteEndPoint);
        Assert.True(client.Monitor.State.Inbox.Contains(new Id(9)));
    }

    [Theory]
    [InlineData("00000007", ViolationKind.NotPermitted)]
    [InlineData("0102", ViolationKind.NoEvent)]
    public async Task Bytes_without_permission_are_refused(string datagram, ViolationKind kind)
    {
        using var client = PermissionMonitor.Start(new RingNode(new Id(2), Address.Of(PeerEndPoint))).Wrap(own, new RingCodec());

        var refusal = await Assert.ThrowsAsync<PermissionViolationException>(async () => await client.SendAsync(Convert.FromHexString(datagram), PeerEndPoint, Cancellation));

        Assert.Equal(kind, refusal.Violation.Kind);
        Assert.Equal(0, peer.Available);
    }

    [Fact]
    public async Task Sender_that_the_program_changes_is_its_own()
    {
        using var client = PermissionMonitor.Start(new RingNode(new Id(2), Address.Of(PeerEndPoint))).Wrap(own, new RingCodec());
        await peer.SendAsync(new byte[] { 0, 0, 0, 9 }, (IPEndPoint)own.Client.LocalEndPoint!, Cancellation);
        await peer.SendAsync(new byte[] { 0, 0, 0, 8 }, (IPEndPoint)own.Client.LocalEndPoint!, Cancellation);

        (await client.ReceiveAsync(Cancellation)).RemoteEndPoint.Port = 1;

        Assert.Equal(PeerEndPoint, (await client.ReceiveAsync(Cancellation)).RemoteEndPoint);
    }

    [Fact]
    public async Task Observer_that_takes_a_received_datagram_for_a_send_is_told_so()
    {
        using var client = PermissionMonitor.Start(new RingNode(new Id(2), Address.Of(PeerEndPoint))).Wrap(own, new Confused());
        client.Perform(new RingNode.Event.Setup());
        await peer.SendAsync(new byte[] { 0, 0, 0, 2 }, (IPEndPoint)own.Client.LocalEndPoint!, Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await client.ReceiveAsync(Cancellation));

        Assert.True(client.Monitor.State.Outbox.Contains(new Id(2)));
    }

    [Fact]
    public async Task Observer_that_takes_a_sent_datagram_for_a_receive_is_told_so_and_nothing_leaves()
    {
        using var client = PermissionMonitor.Start(new RingNode(new Id(2), Address.Of(PeerEndPoint))).Wrap(own, new Confused());

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await client.SendAsync(new byte[] { 0, 0, 0, 2 }, PeerEndPoint, Cancellation));

        Assert.Equal(0, peer.Available);
    }

    public void Dispose()
    {
        own.Dispose();
        peer.Dispose();
    }

    // Takes what is received for sent, and the other way round.
    private sealed class Confused : IDatagramObserver<RingNode.Event>
    {
        private readonly RingCodec codec = new();

        public int MaximumLength => codec.MaximumLength;

        public bool TryDecode(ReadOnlySpan<byte> datagram, IPEndPoint from, [NotNullWhen(true)] out RingNode.Event? received) => codec.TryDecodeSent(datagram, from, out received);

        public bool TryDecodeSent(ReadOnlySpan<byte> datagram, IPEndPoint to, [NotNullWhen(true)] out RingNode.Event? sent) => codec.TryDecode(datagram, to, out sent);
    }
}
