using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring;
using Igloo.Monitoring.Datagrams;
using Igloo.Monitoring.Reports;
using Igloo.Values;
using LeaderElection.Configuration;
using LeaderElection.Model;
using LeaderElection.Nodes;
using LeaderElection.Nodes.Wrong;
using LeaderElection.Wire;

namespace LeaderElection.Tests.Nodes;

/// <summary>One node in this process, under its monitor; the test plays the rest of the ring 5 -> 9 -> 5 over real sockets.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly UdpClient own = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly UdpClient other = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly CancellationTokenSource stopping = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly TaskCompletionSource elected = new();
    private readonly MonitoredUdp<RingNode.State, RingNode.Event> udp;
    private readonly NodeContext node;

    public ProgramTests()
    {
        var configuration = new RingConfiguration([Member(5, own), Member(9, other)]);
        var self = new Node(5);
        udp = PermissionMonitor.Start(configuration.ComponentOf(self)).Over(own, new RingCodec());
        node = new(self, configuration.Ring, udp, TimeSpan.FromMilliseconds(20), elected.SetResult);
        stopping.CancelAfter(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(ProgramKind.Sequential)]
    [InlineData(ProgramKind.Concurrent)]
    public async Task Program_sends_its_own_identifier_again_and_again_when_it_hears_nothing(ProgramKind kind)
    {
        var running = Run(kind);

        for (var i = 0; i < 3; i++) Assert.Equal(new Node(5), await Hear());

        await Stop(running);
    }

    [Theory]
    [InlineData(ProgramKind.Sequential)]
    [InlineData(ProgramKind.Concurrent)]
    public async Task Program_forwards_a_larger_identifier_but_no_smaller_one(ProgramKind kind)
    {
        var running = Run(kind);

        await Say(3);
        await Say(9);
        while (await Hear() is var id && id != new Node(9)) Assert.Equal(new Node(5), id);

        await Stop(running);
        Assert.Equal(Set<Node>.Empty.Add(new Node(5)).Add(new Node(9)), udp.State.Outbox);
        Assert.Equal(Set<Node>.Empty.Add(new Node(3)).Add(new Node(9)), udp.State.Inbox);
    }

    [Theory]
    [InlineData(ProgramKind.Sequential)]
    [InlineData(ProgramKind.Concurrent)]
    public async Task Program_elects_itself_once_when_its_identifier_comes_home(ProgramKind kind)
    {
        var running = Run(kind);

        await Say(5);
        await Say(5);
        await elected.Task.WaitAsync(stopping.Token);
        await Hear();

        await Stop(running);
        Assert.True(udp.State.Leader);
    }

    [Theory]
    [InlineData(ProgramKind.Sequential)]
    [InlineData(ProgramKind.Concurrent)]
    public async Task Program_goes_on_when_it_receives_junk(ProgramKind kind)
    {
        var running = Run(kind);

        await other.SendAsync("no message"u8.ToArray(), own.Client.LocalEndPoint as IPEndPoint, stopping.Token);
        await other.SendAsync(new byte[60_000], own.Client.LocalEndPoint as IPEndPoint, stopping.Token);
        await other.SendAsync(Array.Empty<byte>(), own.Client.LocalEndPoint as IPEndPoint, stopping.Token);
        await Say(9);
        while (await Hear() != new Node(9))
        {
        }

        await Stop(running);
        Assert.Equal(3, udp.Statistics.Total);
        Assert.Equal(Set<Node>.Empty.Add(new Node(9)), udp.State.Inbox);
    }

    [Fact]
    public async Task Forged_identifier_is_refused_and_never_sent()
    {
        var refused = await Assert.ThrowsAsync<PermissionViolationException>(() => new ForgingProgram(node).RunAsync(stopping.Token));

        Assert.Equal($"Send(To: {other.Client.LocalEndPoint}, Id: 9)", refused.Violation.Attempted);
        Assert.Equal(new Node(5), await Hear());
        Assert.Equal(0, other.Available);
    }

    [Fact]
    public async Task Wrong_successor_is_refused()
    {
        var refused = await Assert.ThrowsAsync<PermissionViolationException>(() => new MisdirectingProgram(node).RunAsync(stopping.Token));

        Assert.Equal($"Send(To: {own.Client.LocalEndPoint}, Id: 5)", refused.Violation.Attempted);
        Assert.Equal(0, own.Available);
    }

    [Fact]
    public async Task Early_leader_is_refused_and_not_announced()
    {
        await Assert.ThrowsAsync<GhostViolationException>(() => new HastyProgram(node).RunAsync(stopping.Token));

        Assert.False(elected.Task.IsCompleted);
        Assert.False(udp.State.Leader);
    }

    public void Dispose()
    {
        stopping.Cancel();
        udp.Dispose();
        other.Dispose();
        own.Dispose();
        stopping.Dispose();
    }

    private Task Run(ProgramKind kind) => NodePrograms.Of(kind, Misconduct.None, node).RunAsync(stopping.Token);

    private async Task Stop(Task running)
    {
        await stopping.CancelAsync();
        await running.ContinueWith(_ => { }, TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
        Assert.False(running.IsFaulted, running.Exception?.ToString());
    }

    private async Task Say(int id)
    {
        var datagram = new byte[RingCodec.Length];
        RingCodec.Write(new Node(id), datagram);
        await other.SendAsync(datagram, own.Client.LocalEndPoint as IPEndPoint, stopping.Token);
    }

    private async Task<Node> Hear()
    {
        var datagram = await other.ReceiveAsync(stopping.Token);
        Assert.True(RingCodec.TryRead(datagram.Buffer, out var id));
        return id;
    }

    private static RingMember Member(int id, UdpClient client)
    {
        var endPoint = (IPEndPoint)client.Client.LocalEndPoint!;
        return new(new Node(id), endPoint, endPoint);
    }
}
