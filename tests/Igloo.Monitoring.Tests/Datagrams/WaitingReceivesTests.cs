using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring.Datagrams;
using Igloo.Monitoring.Tests.Models;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Datagrams;

/// <summary>Receives that wait at the same time, on one socket.</summary>
[SuppressMessage("Reliability", "CA2012", Justification = "An asynchronous method of the test would make garbage of its own.")]
public sealed class WaitingReceivesTests : IDisposable
{
    private const int Many = 16;
    private const int Rounds = 20;
    private readonly UdpClient bare = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly UdpClient client = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly UdpClient peer = new(new IPEndPoint(IPAddress.Loopback, 0));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Receives_that_wait_together_make_a_state_of_the_model_each_and_no_more_garbage_than_those_of_the_bare_socket()
    {
        using var node = PermissionMonitor.Start(new RingNode(new Id(2), Address.Of((IPEndPoint)peer.Client.LocalEndPoint!))).Over(client, new RingCodec());
        var from = new SocketAddress(AddressFamily.InterNetwork);
        byte[] buffer = new byte[5];

        var ofBare = await LeastGarbage(bare, () => bare.Client.ReceiveFromAsync(buffer, SocketFlags.None, from, CancellationToken.None));
        var ofNode = await LeastGarbage(client, () => node.ReceiveAsync<RingNode.Event.Receive>());

        Assert.InRange(ofNode, 0, ofBare + (Many * BytesOfState()));
    }

    [Fact]
    public async Task Receives_that_wait_together_get_a_message_each()
    {
        using var node = PermissionMonitor.Start(new RingNode(new Id(2), Address.Of((IPEndPoint)peer.Client.LocalEndPoint!))).Over(client, new RingCodec());
        Task<RingNode.Event.Receive>[] waiting = [.. Enumerable.Range(0, Many).Select(_ => node.ReceiveAsync<RingNode.Event.Receive>(Cancellation).AsTask())];

        for (byte id = 0; id < Many; id++) await SendTo(client, id);

        var received = await Task.WhenAll(waiting);
        Assert.Equal(Enumerable.Range(0, Many), received.Select(r => r.Id.Index).Order());
    }

    [Fact]
    public async Task Receive_that_was_cancelled_leaves_its_place_to_the_next()
    {
        using var node = PermissionMonitor.Start(new RingNode(new Id(2), Address.Of((IPEndPoint)peer.Client.LocalEndPoint!))).Over(client, new RingCodec());
        for (byte round = 0; round < 3; round++)
        {
            using var cancelled = new CancellationTokenSource();
            var waiting = node.ReceiveAsync<RingNode.Event.Receive>(cancelled.Token);
            await cancelled.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);

            var next = node.ReceiveAsync<RingNode.Event.Receive>(Cancellation);
            await SendTo(client, round);
            Assert.Equal(round, (await next).Id.Index);
        }
    }

    [Fact]
    public async Task Receive_that_is_asked_for_its_result_twice_says_so()
    {
        using var node = PermissionMonitor.Start(new RingNode(new Id(2), Address.Of((IPEndPoint)peer.Client.LocalEndPoint!))).Over(client, new RingCodec());
        var waiting = node.ReceiveAsync<RingNode.Event.Receive>(Cancellation);
        await SendTo(client, 1);
        await waiting;

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await waiting);
        await EachGetsItsOwn(node, node.ReceiveAsync<RingNode.Event.Receive>(Cancellation));
    }

    [Fact]
    public async Task Receive_that_is_asked_for_its_result_too_early_says_so_and_goes_on()
    {
        using var node = PermissionMonitor.Start(new RingNode(new Id(2), Address.Of((IPEndPoint)peer.Client.LocalEndPoint!))).Over(client, new RingCodec());
        var waiting = node.ReceiveAsync<RingNode.Event.Receive>(Cancellation);

        Assert.Throws<InvalidOperationException>(() => waiting.GetAwaiter().GetResult());

        await EachGetsItsOwn(node, waiting);
    }

    public void Dispose()
    {
        bare.Dispose();
        client.Dispose();
        peer.Dispose();
    }

    // Two receives that wait together are not the same one.
    private async Task EachGetsItsOwn(MonitoredUdp<RingNode.State, RingNode.Event> node, ValueTask<RingNode.Event.Receive> first)
    {
        var second = node.ReceiveAsync<RingNode.Event.Receive>(Cancellation);
        await SendTo(client, 7);
        await SendTo(client, 8);
        var both = await Task.WhenAll(first.AsTask(), second.AsTask());
        Assert.Equal([7, 8], both.Select(r => r.Id.Index).Order());
    }

    // What beginning to wait allocates on this thread, in the best round: the first ones fill what is used again.
    private async Task<long> LeastGarbage<T>(UdpClient to, Func<ValueTask<T>> receive)
    {
        var waiting = new ValueTask<T>[Many];
        var least = long.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            least = Math.Min(least, Garbage(waiting, receive));
            for (byte id = 0; id < Many; id++) await SendTo(to, id);
            foreach (var one in waiting) await one;
        }

        return least;
    }

    // Whether one more input may come beside those in flight is a step of the model.
    private static long BytesOfState()
    {
        var model = new RingNode(new Id(2), new Address(1));
        var (initial, receive) = (model.Initial, new RingNode.Event.Receive(new Id(0)));
        var after = model.Next(initial, receive)!;
        var before = GC.GetAllocatedBytesForCurrentThread();
        model.Next(after, receive);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static long Garbage<T>(ValueTask<T>[] waiting, Func<ValueTask<T>> receive)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < waiting.Length; i++) waiting[i] = receive();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private ValueTask<int> SendTo(UdpClient to, byte id) => peer.SendAsync(new byte[] { 0, 0, 0, id }, (IPEndPoint)to.Client.LocalEndPoint!, Cancellation);
}
