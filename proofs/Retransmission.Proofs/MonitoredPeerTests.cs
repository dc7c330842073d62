using Igloo.Monitoring;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Tests;
using Igloo.Monitoring.Timers;
using Igloo.Values;
using Retransmission.Model;
using E = Retransmission.Model.Peer.Event;

namespace Retransmission.Proofs;

/// <summary>A sender and a receiver under monitors, with timers by a clock that the test moves.</summary>
public sealed class MonitoredPeerTests : IDisposable
{
    private static readonly Circle Two = new(2);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly ManualClock clock = new();
    private readonly PermissionMonitor<Peer.State, E> sender;
    private readonly PermissionMonitor<Peer.State, E> receiver;
    private readonly MonitoredTimers<Peer.State, E, int> timers;

    public MonitoredPeerTests()
    {
        sender = Start(new Node(0));
        receiver = Start(new Node(1));
        timers = sender.Timers((int number) => new E.Expire(number));
    }

    public void Dispose() => timers.Dispose();

    [Fact]
    public async Task Lost_item_is_sent_again_after_its_timer_and_arrives()
    {
        Do(sender, Item(0));
        timers.Start(new E.Start(0), Second);
        clock.Pass(1);
        await timers.ExpireAsync<E.Expire>(TestContext.Current.CancellationToken);

        Do(sender, Item(0));
        Take(receiver, Item(0).Packet);
        receiver.Perform(new E.Deliver(0, Two.ItemOf(new(0), 0)));
        var ack = new E.Send(new Address(0), new Packet(IsAck: true, 1, default));
        Do(receiver, ack);
        Take(sender, ack.Packet);

        Do(sender, Item(1));
        Assert.Equal(1, receiver.State.Delivered);
    }

    [Fact]
    public void Item_is_not_sent_again_before_its_timer()
    {
        Do(sender, Item(0));
        timers.Start(new E.Start(0), Second);
        clock.Pass(0.5);

        Assert.Throws<PermissionViolationException>(() => sender.Begin(Item(0)));
    }

    [Fact]
    public void Failed_send_counts_as_lost()
    {
        sender.Fail(sender.Begin(Item(0)));

        Assert.Throws<PermissionViolationException>(() => sender.Begin(Item(0)));
        timers.Start(new E.Start(0), Second);
    }

    [Fact]
    public void Next_item_is_not_sent_before_an_acknowledgement()
    {
        Do(sender, Item(0));

        Assert.Throws<PermissionViolationException>(() => sender.Begin(Item(1)));
    }

    [Fact]
    public void Item_that_arrives_twice_is_not_delivered_twice()
    {
        Take(receiver, Item(0).Packet);
        Take(receiver, Item(0).Packet);
        var item = Two.ItemOf(new(0), 0);
        receiver.Perform(new E.Deliver(0, item));

        Assert.Throws<GhostViolationException>(() => receiver.Perform(new E.Deliver(1, item)));
    }

    private static E.Send Item(int number) => new(new Address(1), new Packet(IsAck: false, number, Two.ItemOf(new(0), number)));

    private static void Do(PermissionMonitor<Peer.State, E> monitor, E e) => monitor.Succeed(monitor.Begin(e));

    private static void Take(PermissionMonitor<Peer.State, E> monitor, Packet packet)
    {
        var received = new E.Receive(packet);
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(monitor.Begin(received), received));
    }

    private PermissionMonitor<Peer.State, E> Start(Node self) =>
        PermissionMonitor.Start(new Peer(self, Two.AddressOf(Two.Next(self)), Two.AddressOf(Two.Previous(self)), Two), new() { Clock = clock });
}
