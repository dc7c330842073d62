using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Tests.Models;

namespace Igloo.Monitoring.Tests;

public sealed class FailureContractTests
{
    private readonly PermissionMonitor<Counter.State, Counter.Event> monitor = PermissionMonitor.Start(new Counter());

    [Fact]
    public void Kept_permission_is_back_after_a_failure()
    {
        monitor.Fail(monitor.Begin(new Counter.Event.Keep(0)));

        Assert.False(monitor.TryDo(new Counter.Event.Keep(1)));
        Assert.True(monitor.TryDo(new Counter.Event.Keep(0)));
    }

    [Fact]
    public void Lost_output_counts_as_sent()
    {
        monitor.Fail(monitor.Begin(new Counter.Event.Lose(0)));

        Assert.False(monitor.TryDo(new Counter.Event.Lose(0)));
        Assert.True(monitor.TryDo(new Counter.Event.Lose(1)));
    }

    [Fact]
    public void Stopped_component_may_do_nothing()
    {
        monitor.Fail(monitor.Begin(new Counter.Event.Stop(0)));

        var refusal = Assert.Throws<PermissionViolationException>(() => monitor.Begin(new Counter.Event.Keep(1)));

        Assert.Equal(ViolationKind.Stopped, refusal.Violation.Kind);
        Assert.False(monitor.TryDo(new Counter.Event.Jump(5)));
    }

    [Fact]
    public void Unknown_outcome_permits_only_what_both_permit()
    {
        monitor.Fail(monitor.Begin(new Counter.Event.Doubt(0)));

        Assert.False(monitor.TryDo(new Counter.Event.Keep(0)));
        Assert.False(monitor.TryDo(new Counter.Event.Keep(1)));
        Assert.False(monitor.TryDo(new Counter.Event.Jump(1)));
        Assert.True(monitor.TryDo(new Counter.Event.Jump(2)));
        Assert.True(monitor.TryDo(new Counter.Event.Keep(2)));
    }

    [Fact]
    public void Output_in_flight_permits_only_what_is_permitted_either_way()
    {
        var call = monitor.Begin(new Counter.Event.Keep(0));

        Assert.False(monitor.TryDo(new Counter.Event.Keep(1)));
        Assert.True(monitor.TryDo(new Counter.Event.Take(5)));
        monitor.Succeed(call);

        Assert.True(monitor.TryDo(new Counter.Event.Keep(1)));
        Assert.Equal(new Counter.State(2, 5), monitor.State);
    }

    [Fact]
    public void Failed_output_leaves_what_happened_meanwhile()
    {
        var call = monitor.Begin(new Counter.Event.Keep(0));
        monitor.TryDo(new Counter.Event.Take(5));

        monitor.Fail(call);

        Assert.Equal(new Counter.State(0, 5), monitor.State);
    }

    [Fact]
    public void Too_many_unknown_outcomes_stop_the_component()
    {
        var bounded = PermissionMonitor.Start(new Counter(), new() { MostOutcomes = 1 });

        bounded.Fail(bounded.Begin(new Counter.Event.Doubt(0)));

        Assert.False(bounded.TryDo(new Counter.Event.Jump(9)));
    }

    [Fact]
    public void Failed_output_leaves_the_internal_event_that_happened_meanwhile()
    {
        var call = monitor.Begin(new Counter.Event.Keep(0));
        monitor.Perform(new Counter.Event.Jump(5));

        monitor.Fail(call);

        Assert.Equal(new Counter.State(5, 0), monitor.State);
    }

    [Fact]
    public void As_many_unknown_outcomes_as_are_allowed_stop_nothing()
    {
        var bounded = PermissionMonitor.Start(new Counter(), new() { MostOutcomes = 2 });

        bounded.Fail(bounded.Begin(new Counter.Event.Doubt(0)));

        Assert.True(bounded.TryDo(new Counter.Event.Jump(9)));
    }

    [Fact]
    public void Input_that_fails_stops_the_component_where_its_contract_says_so()
    {
        var latch = PermissionMonitor.Start(new Latch());

        latch.Fail(latch.Begin(new Latch.Event.Fetch(0)));

        Assert.Equal(ViolationKind.Stopped, Assert.Throws<PermissionViolationException>(() => latch.Begin(new Latch.Event.Fetch(0))).Violation.Kind);
    }
}
