using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Tests.Models;

namespace Igloo.Monitoring.Tests;

public sealed class InputTests
{
    private readonly List<MonitorReport> reports = [];
    private readonly PermissionMonitor<Counter.State, Counter.Event> monitor;

    public InputTests() => monitor = PermissionMonitor.Start(new Counter(), new() { Log = reports.Add });

    [Fact]
    public void Input_without_permission_is_refused_before_the_call()
    {
        monitor.Perform(new Counter.Event.Jump(3));

        Assert.Throws<PermissionViolationException>(() => monitor.Begin(new Counter.Event.Take(0)));
    }

    [Fact]
    public void Input_in_flight_reserves_its_permission()
    {
        var call = monitor.Begin(new Counter.Event.Take(0));

        var refusal = Assert.ThrowsAny<MonitorException>(() => monitor.Perform(new Counter.Event.Jump(3)));

        Assert.Equal(ViolationKind.DisablesInput, refusal.Violation.Kind);
        Assert.True(monitor.TryDo(new Counter.Event.Jump(2)));
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(call, new Counter.Event.Take(4)));
        Assert.True(monitor.TryDo(new Counter.Event.Jump(3)));
    }

    [Fact]
    public void Input_in_flight_reserves_its_permission_after_another_was_refused()
    {
        monitor.Abandon(monitor.Begin(new Counter.Event.Take(0)));
        Assert.Throws<PermissionViolationException>(() => monitor.Begin(new Counter.Event.Ask(-1, 0)));
        var call = monitor.Begin(new Counter.Event.Take(0));

        var refusal = Assert.ThrowsAny<MonitorException>(() => monitor.Perform(new Counter.Event.Jump(3)));

        Assert.Equal(ViolationKind.DisablesInput, refusal.Violation.Kind);
        monitor.Abandon(call);
        Assert.True(monitor.TryDo(new Counter.Event.Jump(3)));
    }

    [Fact]
    public void Abandoned_input_frees_its_permission()
    {
        monitor.Abandon(monitor.Begin(new Counter.Event.Take(0)));

        Assert.True(monitor.TryDo(new Counter.Event.Jump(3)));
    }

    [Fact]
    public void Overflow_on_an_input_is_a_reported_model_fault()
    {
        monitor.TryDo(new Counter.Event.Take(int.MaxValue));
        var call = monitor.Begin(new Counter.Event.Take(0));

        Assert.Equal(InputOutcome.ModelFault, monitor.Deliver(call, new Counter.Event.Take(1)));

        Assert.IsType<OverflowException>(Assert.IsType<MonitorReport.ModelFault>(reports.Single()).Cause);
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(call, new Counter.Event.Take(0)));
    }

    [Fact]
    public void Fault_on_an_output_refuses_it_as_a_model_fault()
    {
        monitor.Perform(new Counter.Event.Jump(int.MaxValue));

        var refusal = Assert.Throws<PermissionViolationException>(() => monitor.Begin(new Counter.Event.Keep(int.MaxValue)));

        Assert.Equal(ViolationKind.ModelFault, refusal.Violation.Kind);
        Assert.IsType<OverflowException>(refusal.InnerException);
    }

    [Fact]
    public void Ill_typed_input_is_held_back_and_reported()
    {
        monitor.Perform(new Counter.Event.Jump(2));
        var samples = PermissionMonitor.Start(new Counter(), new() { Samples = [new Counter.Event.Ask(0, 100)], Log = reports.Add });
        samples.Perform(new Counter.Event.Jump(2));
        var call = samples.Begin(new Counter.Event.Ask(2, 0));

        Assert.Equal(InputOutcome.IllTyped, samples.Deliver(call, new Counter.Event.Ask(2, 1)));
        Assert.IsType<MonitorReport.IllTypedInput>(reports.Single());
        Assert.Equal(InputOutcome.Accepted, samples.Deliver(call, new Counter.Event.Ask(2, 3)));
    }

    [Fact]
    public void Sample_that_is_not_well_typed_is_misuse()
    {
        monitor.Perform(new Counter.Event.Jump(2));

        Assert.Throws<InvalidOperationException>(() => monitor.Begin(new Counter.Event.Ask(2, 5)));
    }

    [Fact]
    public void Disposed_monitor_permits_nothing()
    {
        monitor.Dispose();

        Assert.Throws<ObjectDisposedException>(() => monitor.Begin(new Counter.Event.Keep(0)));
    }

    [Fact]
    public void Ghost_event_that_no_state_allows_is_a_ghost_violation() =>
        Assert.Throws<GhostViolationException>(() => monitor.Perform(new Counter.Event.Jump(0)));

    [Fact]
    public void Observed_violation_happens_and_is_the_verdict()
    {
        var observed = PermissionMonitor.Start(new Counter(), new() { Policy = ViolationPolicy.Observe, Log = reports.Add });

        observed.Succeed(observed.Begin(new Counter.Event.Keep(7)));
        observed.Perform(new Counter.Event.Jump(0));

        Assert.Equal("Keep(N: 7)", observed.FirstViolation!.Attempted);
        Assert.Equal([false, true], reports.Cast<MonitorReport.Violation>().Select(r => r.Details.AfterDivergence));
        Assert.Equal(new Counter.State(0, 0), observed.State);
    }
}
