using System.Net.Sockets;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Tests.Models;

namespace Igloo.Monitoring.Tests.Datagrams;

public sealed class MonitoredUdpTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_reaches_the_peer_when_permitted()
    {
        using var loopback = new Loopback();
        loopback.Node.Perform(new RingNode.Event.Setup());

        await loopback.Node.SendAsync(loopback.Send(2), Cancellation);

        Assert.Equal("00000002", Convert.ToHexString((await loopback.Peer.ReceiveAsync(Cancellation)).Buffer));
    }

    [Fact]
    public async Task Send_never_reaches_the_wire_when_refused()
    {
        using var loopback = new Loopback();
        loopback.Node.Perform(new RingNode.Event.Setup());

        await Assert.ThrowsAsync<PermissionViolationException>(async () => await loopback.Node.SendAsync(loopback.Send(7), Cancellation));
        await loopback.Node.SendAsync(loopback.Send(2), Cancellation);

        Assert.Equal("00000002", Convert.ToHexString((await loopback.Peer.ReceiveAsync(Cancellation)).Buffer));
    }

    [Fact]
    public async Task Receive_moves_the_model()
    {
        using var loopback = new Loopback();
        await loopback.PeerSends(0, 0, 0, 7);

        var received = await loopback.Node.ReceiveAsync<RingNode.Event.Receive>(Cancellation);

        Assert.Equal(new Id(7), received.Id);
        Assert.True(loopback.Node.State.Inbox.Contains(new Id(7)));
    }

    [Fact]
    public async Task Encoding_out_of_range_consumes_nothing()
    {
        using var loopback = new Loopback();

        await Assert.ThrowsAsync<PreconditionViolationException>(async () => await loopback.Node.SendAsync(loopback.Send(1_000), Cancellation));

        Assert.Null(loopback.Node.Monitor.FirstViolation);
    }

    [Fact]
    public async Task Junk_empty_and_oversized_datagrams_are_dropped_and_counted()
    {
        using var loopback = new Loopback();
        await loopback.PeerSends(1, 2, 3);
        await loopback.PeerSends();
        await loopback.PeerSends(0, 0, 0, 1, 0, 0);
        await loopback.PeerSends(0, 0, 0, 5);

        var received = await loopback.Node.ReceiveAsync<RingNode.Event.Receive>(Cancellation);

        Assert.Equal(new Id(5), received.Id);
        Assert.Equal(
            (1L, 1L, 1L),
            (loopback.Node.Statistics.Dropped(DropReason.Junk), loopback.Node.Statistics.Dropped(DropReason.Empty), loopback.Node.Statistics.Dropped(DropReason.Oversized)));
    }

    [Fact]
    public async Task Cancelled_receive_is_no_event_and_the_next_one_gets_the_message()
    {
        using var loopback = new Loopback();

        Assert.Null(await loopback.Node.TryReceiveAsync<RingNode.Event.Receive>(TimeSpan.FromMilliseconds(20), Cancellation));
        await loopback.PeerSends(0, 0, 0, 9);

        Assert.Equal(new Id(9), (await loopback.Node.ReceiveAsync<RingNode.Event.Receive>(Cancellation)).Id);
    }

    [Fact]
    public async Task Disposal_ends_a_receive_in_flight()
    {
        var loopback = new Loopback();
        var receiving = loopback.Node.ReceiveAsync<RingNode.Event.Receive>(Cancellation).AsTask();

        loopback.Dispose();

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => receiving);
        Assert.True(failure is SocketException or ObjectDisposedException, failure.ToString());
    }

    [Fact]
    public async Task Sixteen_threads_send_and_receive_through_one_socket()
    {
        const int Threads = 16;
        const int Each = 1_000;
        using var loopback = new Loopback();
        loopback.Node.Perform(new RingNode.Event.Setup());

        await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Run(
            async () =>
            {
                for (var i = 0; i < Each; i++)
                {
                    await loopback.Node.SendAsync(loopback.Send(2), Cancellation);
                    await loopback.Peer.Client.SendToAsync((byte[])[0, 0, 0, 2], loopback.EndPoint);
                    await loopback.Node.ReceiveAsync<RingNode.Event.Receive>(Cancellation);
                    await loopback.Peer.ReceiveAsync(Cancellation);
                }
            },
            Cancellation)));

        Assert.Equal((Threads * Each * 2) + 1, loopback.Node.Monitor.Snapshot().Sequence);
    }
}
