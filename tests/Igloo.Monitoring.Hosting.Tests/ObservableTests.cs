using System.Reactive.Concurrency;
using Igloo.Monitoring.Reactive;
using LeaderElection.Model;
using E = LeaderElection.Model.RingNode.Event;

namespace Igloo.Monitoring.Hosting.Tests;

public sealed class ObservableTests
{
    private static readonly Ring Three = new(3);
    private readonly PermissionMonitor<RingNode.State, E> monitor = PermissionMonitor.Start(new RingNode(new Node(0), Three.AddressOf(new Node(1)), Three), new() { Policy = ViolationPolicy.Observe });

    [Fact]
    public void Events_of_a_case_are_seen_in_their_order_until_the_monitor_ends()
    {
        var seen = new List<int>();
        var hasEnded = false;
        using var subscription = monitor.Events.OfCase<E, E.Receive>().Subscribe(e => seen.Add(e.Id.Index), () => hasEnded = true);

        foreach (var id in (int[])[2, 1, 2]) monitor.Deliver(monitor.Begin(new E.Receive(new Node(id))), new E.Receive(new Node(id)));
        monitor.Dispose();

        Assert.Equal([2, 1, 2], seen);
        Assert.True(hasEnded);
    }

    [Fact]
    public void Observer_may_call_the_monitor_that_calls_it()
    {
        using var subscription = monitor.Events.OfCase<E, E.Receive>().Subscribe(e => monitor.Perform(new E.Accept(e.Id)));

        monitor.Deliver(monitor.Begin(new E.Receive(new Node(2))), new E.Receive(new Node(2)));

        Assert.True(monitor.State.Outbox.Contains(new Node(2)));
    }

    [Fact]
    public void Violations_are_seen_once_a_cause()
    {
        var seen = new List<string>();
        using var subscription = monitor.Reports.Violations().Subscribe(v => seen.Add(v.Attempted));

        for (var i = 0; i < 3; i++) monitor.Succeed(monitor.Begin(new E.Send(new(1), new Node(2))));

        Assert.Equal(["Send(To: @1, Id: 2)"], seen);
    }

    [Fact]
    public void Events_are_counted_by_windows_of_the_clock_given()
    {
        var clock = new HistoricalScheduler();
        var counts = new List<int>();
        using var subscription = monitor.Events.CountIn(TimeSpan.FromSeconds(1), clock).Subscribe(counts.Add);

        foreach (var arriving in (int[])[2, 0, 1])
        {
            for (var i = 0; i < arriving; i++) monitor.Deliver(monitor.Begin(new E.Receive(new Node(2))), new E.Receive(new Node(2)));
            clock.AdvanceBy(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([2, 0, 1], counts);
    }

    [Fact]
    public void Question_without_an_answer_in_time_is_reported()
    {
        var clock = new HistoricalScheduler();
        var late = new List<E>();
        using var subscription = monitor.Events
            .Unanswered(e => e is E.Receive, (question, e) => e is E.Accept accept && accept.Id == ((E.Receive)question).Id, TimeSpan.FromSeconds(5), clock)
            .Subscribe(late.Add);

        foreach (var id in (int[])[1, 2]) monitor.Deliver(monitor.Begin(new E.Receive(new Node(id))), new E.Receive(new Node(id)));
        monitor.Perform(new E.Accept(new Node(2)));
        clock.AdvanceBy(TimeSpan.FromSeconds(6));

        Assert.Equal([new E.Receive(new Node(1))], late);
    }
}
