using Igloo.Monitoring.Reports;
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
}
