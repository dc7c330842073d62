using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring.Datagrams;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.Counter.Event;

namespace Igloo.Monitoring.Tests.Datagrams;

/// <summary>The table of socket errors, and what the contract of unknown outcomes makes of it.</summary>
public sealed class DatagramFailureTests
{
    [Theory]
    [InlineData(SocketError.MessageSize)]
    [InlineData(SocketError.AddressFamilyNotSupported)]
    [InlineData(SocketError.AccessDenied)]
    [InlineData(SocketError.NetworkUnreachable)]
    [InlineData(SocketError.NoBufferSpaceAvailable)]
    public void Error_before_the_send_leaves_no_doubt(SocketError error) => Assert.True(DatagramFailure.IsCertainlyUnsent(new SocketException((int)error)));

    [Theory]
    [InlineData(SocketError.ConnectionRefused)]
    [InlineData(SocketError.ConnectionReset)]
    [InlineData(SocketError.OperationAborted)]
    [InlineData(SocketError.Interrupted)]
    [InlineData(SocketError.SocketError)]
    public void Error_that_may_come_after_the_send_leaves_doubt(SocketError error) => Assert.False(DatagramFailure.IsCertainlyUnsent(new SocketException((int)error)));

    [Fact]
    public void Cancellation_leaves_doubt() => Assert.False(DatagramFailure.IsCertainlyUnsent(new OperationCanceledException()));

    [Fact]
    public void Unknown_outcome_is_none_where_nothing_was_sent()
    {
        var monitor = PermissionMonitor.Start(new Counter());

        monitor.Fail(monitor.Begin(new E.Doubt(0)), isCertainlyUnsent: true);

        Assert.True(monitor.TryDo(new E.Keep(0)));
    }

    [Fact]
    public void Contract_that_loses_the_message_holds_even_where_nothing_was_sent()
    {
        var monitor = PermissionMonitor.Start(new Counter());

        monitor.Fail(monitor.Begin(new E.Lose(0)), isCertainlyUnsent: true);

        Assert.False(monitor.TryDo(new E.Lose(0)));
        Assert.True(monitor.TryDo(new E.Lose(1)));
    }

    [Fact]
    public async Task Datagram_too_large_for_the_socket_is_certainly_unsent()
    {
        using var udp = new UdpClient(0, AddressFamily.InterNetwork);

        var failure = await Assert.ThrowsAsync<SocketException>(async () => await udp.SendAsync(new byte[100_000].AsMemory(), new IPEndPoint(IPAddress.Loopback, 9), TestContext.Current.CancellationToken));

        Assert.True(DatagramFailure.IsCertainlyUnsent(failure));
    }
}
