using System.Collections.Concurrent;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Telemetry;
using Igloo.Monitoring.Tests.Models;

namespace Igloo.Monitoring.Tests;

/// <summary>Several threads on one monitor see one order of events.</summary>
public sealed class ConcurrencyTests
{
    private readonly PermissionMonitor<Counter.State, Counter.Event> monitor = PermissionMonitor.Start(new Counter());

    [Fact]
    public async Task One_permission_serves_one_of_several_threads()
    {
        const int Rounds = 200;
        for (var round = 0; round < Rounds; round++)
        {
            var n = round;
            using var start = new Barrier(4);
            var permitted = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait(TestContext.Current.CancellationToken);
                    return monitor.TryDo(new Counter.Event.Keep(n));
                },
                TestContext.Current.CancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));

            Assert.Single(permitted, p => p);
        }

        Assert.Equal(new Counter.State(Rounds, 0), monitor.State);
    }

    [Fact]
    public void Second_input_in_flight_needs_no_permission_of_its_own_but_holds_it_until_both_end()
    {
        var first = monitor.Begin(new Counter.Event.Take(0));
        var second = monitor.Begin(new Counter.Event.Take(0));

        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(first, new Counter.Event.Take(1)));
        Assert.False(monitor.TryDo(new Counter.Event.Jump(3)));
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(second, new Counter.Event.Take(1)));
        Assert.True(monitor.TryDo(new Counter.Event.Jump(3)));
        Assert.Throws<PermissionViolationException>(() => monitor.Begin(new Counter.Event.Take(0)));
    }

    [Fact]
    public async Task Events_of_several_threads_in_the_order_of_their_numbers_are_a_trace()
    {
        var recorded = new ConcurrentQueue<MonitoredEvent<Counter.Event>>();
        using var subscription = monitor.Events.Subscribe(new Collecting(recorded));
        using var start = new Barrier(4);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Factory.StartNew(
            () => Act(new Random(thread), start), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        var trace = recorded.OrderBy(e => e.Sequence).Select(e => e.Event).ToArray();
        var component = new Counter();
        Assert.Equal(monitor.State, trace.Aggregate(component.Initial, (s, e) => component.Next(s, e) ?? throw new InvalidOperationException($"{e} is not enabled in {s}.")));
        Assert.True(trace.OfType<Counter.Event.Keep>().Count() > 10 && trace.OfType<Counter.Event.Lose>().Count() > 10, $"{trace.Length} events");
    }

    private void Act(Random random, Barrier start)
    {
        start.SignalAndWait(TestContext.Current.CancellationToken);
        for (var i = 0; i < 2_000; i++)
        {
            var count = monitor.State.Count;
            monitor.TryDo(random.Next(4) switch
            {
                0 => new Counter.Event.Take(1),
                1 => new Counter.Event.Lose(count),
                _ => new Counter.Event.Keep(count),
            });
        }
    }

    private sealed class Collecting(ConcurrentQueue<MonitoredEvent<Counter.Event>> recorded) : IObserver<MonitoredEvent<Counter.Event>>
    {
        public void OnNext(MonitoredEvent<Counter.Event> value) => recorded.Enqueue(value);

        public void OnError(Exception error)
        {
        }

        public void OnCompleted()
        {
        }
    }
}
