using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring.Datagrams;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.Calls.End.Event;

namespace Igloo.Monitoring.Tests.Datagrams;

/// <summary>Sends over UDP that fail before or in the socket, where the outcome of a failed one is unknown, and receives that end without one.</summary>
public sealed class SendFailureTests : IDisposable
{
    private static readonly IPEndPoint Broadcast = new(IPAddress.Broadcast, 9);
    private readonly UdpClient own = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly PermissionMonitor<Calls.End.State, E> monitor = PermissionMonitor.Start(new Calls.End());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static CancellationToken Cancelled => new(canceled: true);

    private IPEndPoint OwnEnd => (IPEndPoint)own.Client.LocalEndPoint!;

    public void Dispose()
    {
        own.Dispose();
        monitor.Dispose();
    }

    [Fact]
    public async Task Event_that_the_socket_may_not_send_has_certainly_not_happened()
    {
        var udp = monitor.Over(own, new Codec(Broadcast, length: 1));

        await Assert.ThrowsAsync<SocketException>(async () => await udp.SendAsync(new E.Say(1), Cancellation));

        Assert.Equal((1, 0), (monitor.Health.PossibleStates, monitor.State.Said));
    }

    [Fact]
    public async Task Bytes_that_the_socket_may_not_send_have_certainly_not_been_sent()
    {
        var udp = monitor.Wrap(own, new Codec(Broadcast, length: 1));

        await Assert.ThrowsAsync<SocketException>(async () => await udp.SendAsync(new byte[100_000], OwnEnd, Cancellation));

        Assert.Equal((1, 0), (monitor.Health.PossibleStates, monitor.State.Said));
    }

    [Fact]
    public async Task Send_that_is_cancelled_before_it_began_is_no_event()
    {
        var events = monitor.Over(own, new Codec(OwnEnd, length: 1));
        var bytes = monitor.Wrap(own, new Codec(OwnEnd, length: 1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await events.SendAsync(new E.Say(1), Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await bytes.SendAsync(new byte[1], OwnEnd, Cancelled));

        Assert.Equal((1, 0), (monitor.Health.PossibleStates, monitor.State.Said));
        Assert.Equal(0, own.Available);
    }

    [Fact]
    public async Task Send_on_a_socket_that_its_owner_has_closed_says_so()
    {
        var events = monitor.Over(own, new Codec(OwnEnd, length: 1));
        var bytes = monitor.Wrap(own, new Codec(OwnEnd, length: 1));
        var end = OwnEnd;

        own.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await events.SendAsync(new E.Say(1), Cancellation));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await bytes.SendAsync(new byte[1], end, Cancellation));
    }

    [Fact]
    public async Task Codec_that_claims_more_bytes_than_it_was_given_takes_no_permission()
    {
        var udp = monitor.Over(own, new Codec(OwnEnd, length: 5));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await udp.SendAsync(new E.Say(1), Cancellation));

        Assert.Equal((1, 0), (monitor.Health.PossibleStates, monitor.State.Said));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Receive_that_is_cancelled_holds_no_permission(bool isBegun)
    {
        var udp = monitor.Over(own, new Codec(OwnEnd, length: 1));
        using var ending = new CancellationTokenSource();
        if (!isBegun) await ending.CancelAsync();
        var receiving = udp.ReceiveAsync<E.Hear>(ending.Token).AsTask();
        await ending.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receiving);

        monitor.Perform(new E.HangUp());
    }

    private sealed class Codec(IPEndPoint to, int length) : IDatagramCodec<E>, IDatagramObserver<E>
    {
        public int MaximumLength => 4;

        public EncodedDatagram Encode(E sent, Span<byte> datagram) => new(length, to);

        public bool TryDecode(ReadOnlySpan<byte> datagram, IPEndPoint from, [NotNullWhen(true)] out E? received)
        {
            received = new E.Hear(datagram.Length);
            return true;
        }

        public bool TryDecodeSent(ReadOnlySpan<byte> datagram, IPEndPoint destination, [NotNullWhen(true)] out E? sent)
        {
            sent = new E.Say(datagram.Length);
            return true;
        }
    }
}
