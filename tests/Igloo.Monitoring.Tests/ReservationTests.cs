using Igloo.Monitoring.Policies;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.Turnstile.Event;

namespace Igloo.Monitoring.Tests;

/// <summary>Several inputs in flight: each keeps its permission, whichever comes first.</summary>
public sealed class ReservationTests
{
    private static readonly E Enter = new E.Enter(0);

    [Fact]
    public void One_permission_is_reserved_by_one_input_only()
    {
        var monitor = PermissionMonitor.Start(new Turnstile(places: 1));
        var first = monitor.Begin(Enter);

        Assert.Equal(ViolationKind.DisablesInput, RefusalOf(monitor, Enter));
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(first, new E.Enter(7)));
    }

    [Fact]
    public void Three_inputs_do_not_share_two_permissions()
    {
        var monitor = PermissionMonitor.Start(new Turnstile(places: 2));
        var first = monitor.Begin(Enter);
        var second = monitor.Begin(Enter);

        Assert.Equal(ViolationKind.DisablesInput, RefusalOf(monitor, Enter));
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(second, Enter));
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(first, Enter));
    }

    [Fact]
    public void Output_leaves_enough_for_all_inputs_in_flight_together()
    {
        var monitor = PermissionMonitor.Start(new Turnstile(places: 3));
        var first = monitor.Begin(Enter);
        var second = monitor.Begin(Enter);

        Assert.True(monitor.TryDo(new E.Rent(1)));
        Assert.Equal(ViolationKind.DisablesInput, RefusalOf(monitor, new E.Rent(2)));
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(first, Enter));
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(second, Enter));
    }

    [Fact]
    public void Permission_is_free_again_when_one_of_two_inputs_is_abandoned()
    {
        var monitor = PermissionMonitor.Start(new Turnstile(places: 2));
        var first = monitor.Begin(Enter);
        var second = monitor.Begin(Enter);
        monitor.Abandon(first);

        Assert.True(monitor.TryDo(new E.Rent(1)));
        Assert.Equal(ViolationKind.DisablesInput, RefusalOf(monitor, new E.Rent(2)));
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(second, Enter));
    }

    [Fact]
    public void Input_is_reserved_when_it_was_asked_for_before_and_another_was_refused_between()
    {
        var monitor = PermissionMonitor.Start(new Turnstile(places: 1));
        monitor.Abandon(monitor.Begin(Enter));
        Assert.Throws<PermissionViolationException>(() => monitor.Begin(new E.Ring(0)));
        var call = monitor.Begin(Enter);

        Assert.Equal(ViolationKind.DisablesInput, RefusalOf(monitor, new E.Close()));
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(call, Enter));
    }

    [Fact]
    public void Inputs_of_two_cases_in_flight_keep_both_permissions()
    {
        var monitor = PermissionMonitor.Start(new Turnstile(places: 1));
        monitor.Perform(new E.Darken());
        var bell = monitor.Begin(new E.Ring(0));
        var entrance = monitor.Begin(Enter);

        Assert.Equal(ViolationKind.DisablesInput, RefusalOf(monitor, new E.Close()));
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(bell, new E.Ring(3)));
        Assert.Equal(ViolationKind.DisablesInput, RefusalOf(monitor, new E.Close()));
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(entrance, Enter));
        monitor.Perform(new E.Close());
    }

    [Fact]
    public void Output_whose_outcome_is_unknown_keeps_the_input_in_flight_either_way()
    {
        var monitor = PermissionMonitor.Start(new Turnstile(places: 2));
        var call = monitor.Begin(Enter);
        var rent = monitor.Begin(new E.Rent(1));

        Assert.Equal(ViolationKind.DisablesInput, RefusalOf(monitor, new E.Rent(2)));
        monitor.Fail(rent);
        Assert.True(monitor.TryDo(new E.Rent(2)));
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(call, Enter));
    }

    [Fact]
    public void Output_leaves_enough_for_three_inputs_in_flight_together()
    {
        var monitor = PermissionMonitor.Start(new Turnstile(places: 4));
        IoCall<E>[] calls = [monitor.Begin(Enter), monitor.Begin(Enter), monitor.Begin(Enter)];

        Assert.True(monitor.TryDo(new E.Rent(1)));
        Assert.Equal(ViolationKind.DisablesInput, RefusalOf(monitor, new E.Rent(2)));
        Assert.All(calls, call => Assert.Equal(InputOutcome.Accepted, monitor.Deliver(call, Enter)));
    }

    [Fact]
    public void Input_that_one_in_flight_would_disable_is_not_reserved()
    {
        var monitor = PermissionMonitor.Start(new Latch());
        monitor.Perform(new Latch.Event.Tighten());
        var bell = monitor.Begin(new Latch.Event.Ring(0));

        Assert.Equal(ViolationKind.DisablesInput, Assert.Throws<PermissionViolationException>(() => monitor.Begin(new Latch.Event.Knock(0))).Violation.Kind);
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(bell, new Latch.Event.Ring(1)));
    }

    [Fact]
    public void Event_after_which_two_inputs_are_permitted_in_one_order_only_is_refused()
    {
        var monitor = PermissionMonitor.Start(new Latch());
        var knock = monitor.Begin(new Latch.Event.Knock(0));
        var bell = monitor.Begin(new Latch.Event.Ring(0));

        Assert.Equal(ViolationKind.DisablesInput, Assert.ThrowsAny<MonitorException>(() => monitor.Perform(new Latch.Event.Tighten())).Violation.Kind);
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(bell, new Latch.Event.Ring(1)));
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(knock, new Latch.Event.Knock(1)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void As_many_inputs_are_reserved_as_there_are_permissions_whichever_were_given_back_before(int places)
    {
        var monitor = PermissionMonitor.Start(new Turnstile(places));
        for (var given = 0; given < places; given++)
        {
            var calls = Enumerable.Range(0, places).Select(_ => monitor.Begin(Enter)).ToList();
            Assert.Equal(ViolationKind.DisablesInput, RefusalOf(monitor, Enter));
            monitor.Abandon(calls[given]);
            calls[given] = monitor.Begin(Enter);
            Assert.Equal(ViolationKind.DisablesInput, RefusalOf(monitor, Enter));

            foreach (var call in calls) monitor.Abandon(call);
        }
    }

    [Fact]
    public void Input_that_is_abandoned_twice_gives_one_permission_back()
    {
        var monitor = PermissionMonitor.Start(new Turnstile(places: 1));
        var first = monitor.Begin(Enter);
        monitor.Abandon(first);
        var second = monitor.Begin(Enter);
        monitor.Abandon(first);

        Assert.Equal(ViolationKind.DisablesInput, RefusalOf(monitor, Enter));
        monitor.Abandon(second);
        monitor.Begin(Enter);
    }

    [Fact]
    public void Stopped_component_may_not_ask_again_for_the_input_that_it_asked_for_last()
    {
        var monitor = PermissionMonitor.Start(new Turnstile(places: 1));
        monitor.Abandon(monitor.Begin(Enter));
        monitor.Stop();

        Assert.Equal(ViolationKind.Stopped, RefusalOf(monitor, Enter));
    }

    [Fact]
    public void Input_in_flight_is_not_handed_over_once_the_component_has_stopped()
    {
        var reports = new List<MonitorReport>();
        var monitor = PermissionMonitor.Start(new Turnstile(places: 1), new() { Log = reports.Add });
        var call = monitor.Begin(Enter);
        monitor.Stop();

        Assert.NotEqual(InputOutcome.Accepted, monitor.Deliver(call, Enter));
        Assert.Equal(1, monitor.State.Places);
        Assert.Contains("the component has stopped", Assert.IsType<MonitorReport.ModelFault>(Assert.Single(reports)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Input_that_was_permitted_before_is_refused_after_an_event_that_took_its_permission()
    {
        var monitor = PermissionMonitor.Start(new Turnstile(places: 1));
        monitor.Abandon(monitor.Begin(Enter));
        monitor.Perform(new E.Close());

        Assert.Equal(ViolationKind.NotPermitted, RefusalOf(monitor, Enter));
    }

    [Fact]
    public void Input_that_was_let_through_without_a_permission_gives_none_back()
    {
        var monitor = PermissionMonitor.Start(new Turnstile(places: 1), new() { Policy = new MonitorPolicies().With<E.Ring>(ViolationPolicy.Observe) });
        monitor.Abandon(monitor.Begin(Enter));
        monitor.Abandon(monitor.Begin(new E.Ring(0)));
        var call = monitor.Begin(Enter);

        Assert.Equal(ViolationKind.DisablesInput, RefusalOf(monitor, new E.Close()));
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(call, Enter));
    }

    private static ViolationKind RefusalOf(PermissionMonitor<Turnstile.State, E> monitor, E e)
    {
        void Attempt()
        {
            if (e is E.Close) monitor.Perform(e);
            else monitor.Begin(e);
        }

        return Assert.ThrowsAny<MonitorException>(Attempt).Violation.Kind;
    }
}
