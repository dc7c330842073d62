using Igloo.Components;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Health;
using Igloo.Monitoring.Policies;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Runs;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.Counter.Event;

namespace Igloo.Monitoring.Tests.Policies;

public sealed class PolicyTests
{
    private readonly List<MonitorReport> reports = [];

    [Fact]
    public void Policy_of_one_event_leaves_the_others_enforced()
    {
        using var monitor = Start(new MonitorPolicies().With<E.Keep>(ViolationPolicy.Observe));

        monitor.Succeed(monitor.Begin(new E.Keep(7)));

        Assert.Throws<PermissionViolationException>(() => monitor.Begin(new E.Lose(7)));
    }

    [Fact]
    public void Policy_is_switched_while_the_monitor_runs()
    {
        using var monitor = Start(ViolationPolicy.Observe);
        Assert.True(monitor.TryDo(new E.Keep(7)));

        monitor.Policies = ViolationPolicy.Enforce;

        Assert.False(monitor.TryDo(new E.Keep(7)));
    }

    [Fact]
    public void Dropped_output_is_not_to_be_made_and_leaves_the_model_unchanged()
    {
        using var monitor = Start(ViolationPolicy.Enforce);
        monitor.Policies = new MonitorPolicies().With<E.Keep>(ViolationPolicy.Drop);

        var call = monitor.Begin(new E.Keep(7));

        Assert.True(call.IsDropped);
        monitor.Succeed(call);
        Assert.Equal(new Counter.State(0, 0), monitor.State);
        Assert.Equal(MonitorStatus.Following, monitor.Health.Status);
        Assert.False(monitor.Begin(new E.Keep(0)).IsDropped);
    }

    [Fact]
    public void Internal_event_cannot_be_dropped() =>
        Assert.Throws<ArgumentException>(() => Start(new MonitorPolicies().With<E.Jump>(ViolationPolicy.Drop)));

    [Fact]
    public void Input_cannot_be_dropped_where_the_environment_loses_none() =>
        Assert.Throws<ArgumentException>(() => Start(new MonitorPolicies().With<E.Take>(ViolationPolicy.Drop)));

    [Fact]
    public void Policy_for_an_event_that_there_is_not_is_misuse()
    {
        using var monitor = Start(ViolationPolicy.Enforce);

        Assert.Throws<ArgumentException>(() => monitor.Policies = new MonitorPolicies { Events = monitor.Policies.Events.Add("Kepe", ViolationPolicy.Off) });
        Assert.False(monitor.TryDo(new E.Keep(7)));
    }

    [Fact]
    public void Dropped_input_is_handed_over_only_if_it_is_permitted_when_it_comes()
    {
        using var monitor = PermissionMonitor.Start(new Window(), new() { Policy = new MonitorPolicies().With<Window.Event.Receive>(ViolationPolicy.Drop) });

        var early = monitor.Begin(new Window.Event.Receive(0));
        Assert.Equal(InputOutcome.Dropped, monitor.Deliver(early, new Window.Event.Receive(1)));
        monitor.Perform(new Window.Event.Open());
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(early, new Window.Event.Receive(2)));

        Assert.Equal(2, monitor.State.Last);
    }

    [Fact]
    public void Observed_cause_is_reported_once_and_counted()
    {
        using var monitor = Start(ViolationPolicy.Observe);

        for (var i = 0; i < 1_000; i++) Assert.True(monitor.TryDo(new E.Keep(7)));

        Assert.Single(reports);
        Assert.Equal([new ViolationCause(ViolationKind.NotPermitted, "Keep", 1_000)], monitor.Health.Causes);
        Assert.Equal(MonitorStatus.Diverged, monitor.Health.Status);
    }

    [Fact]
    public void Diverged_monitor_finds_its_program_again_at_an_anchor()
    {
        using var monitor = PermissionMonitor.Start(new Counter(), new()
        {
            Policy = ViolationPolicy.Observe, Log = reports.Add, Anchor = e => e is E.Jump(100) ? new Counter.State(100, 0) : null,
        });

        Assert.True(monitor.TryDo(new E.Keep(7)));
        Assert.True(monitor.TryDo(new E.Jump(100)));

        Assert.Equal(MonitorStatus.Following, monitor.Health.Status);
        Assert.NotNull(monitor.FirstViolation);
        Assert.IsType<MonitorReport.Anchored>(reports[^1]);
        Assert.True(monitor.TryDo(new E.Keep(100)));
        Assert.Equal(2, reports.Count);
    }

    [Fact]
    public void Asking_for_an_input_is_no_anchor_and_the_input_is()
    {
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Policy = ViolationPolicy.Observe, Anchor = e => e is E.Take ? new Counter.State(1, 9) : null });
        Assert.True(monitor.TryDo(new E.Keep(7)));

        var call = monitor.Begin(new E.Take(0));
        Assert.Equal(MonitorStatus.Diverged, monitor.Health.Status);
        monitor.Deliver(call, new E.Take(9));

        Assert.Equal((MonitorStatus.Following, new Counter.State(1, 9)), (monitor.Health.Status, monitor.State));
    }

    [Fact]
    public void Action_that_is_let_through_in_silence_is_an_anchor_too()
    {
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Policy = ViolationPolicy.Off, Anchor = e => e is E.Jump(-1) ? new Counter.State(5, 0) : null });
        Assert.True(monitor.TryDo(new E.Keep(7)));

        monitor.Perform(new E.Jump(-1));

        Assert.Equal((MonitorStatus.Following, new Counter.State(5, 0)), (monitor.Health.Status, monitor.State));
    }

    [Fact]
    public void Component_that_has_diverged_and_stopped_has_stopped()
    {
        using var monitor = Start(ViolationPolicy.Observe);
        Assert.True(monitor.TryDo(new E.Keep(7)));

        monitor.Stop();

        Assert.Equal(MonitorStatus.Stopped, monitor.Health.Status);
    }

    [Fact]
    public void Program_that_diverges_again_after_an_anchor_floods_nobody()
    {
        using var monitor = PermissionMonitor.Start(new Counter(), new()
        {
            Policy = ViolationPolicy.Observe, Log = reports.Add, Anchor = e => e is E.Jump(var to) ? new Counter.State(to, 0) : null,
        });

        for (var i = 1; i <= 1_000; i++)
        {
            Assert.True(monitor.TryDo(new E.Keep(-7)));
            Assert.Equal(MonitorStatus.Diverged, monitor.Health.Status);
            Assert.True(monitor.TryDo(new E.Jump(i)));
            Assert.Equal(MonitorStatus.Following, monitor.Health.Status);
        }

        Assert.Equal([typeof(MonitorReport.Violation), typeof(MonitorReport.Anchored)], reports.Select(r => r.GetType()));
    }

    [Fact]
    public void Events_after_a_divergence_are_judged_from_the_last_good_state()
    {
        using var monitor = Start(ViolationPolicy.Observe);
        monitor.TryDo(new E.Keep(0));
        monitor.TryDo(new E.Keep(7));

        monitor.TryDo(new E.Keep(1));
        monitor.TryDo(new E.Lose(8));

        Assert.Equal(new Counter.State(2, 0), monitor.State);
        Assert.Equal([false, true], reports.Cast<MonitorReport.Violation>().Select(r => r.Details.AfterDivergence));
        Assert.Equal(["Keep", "Lose"], monitor.Health.Causes.Select(c => c.Event));
        Assert.Equal("Keep(N: 7)", monitor.FirstViolation!.Attempted);
    }

    [Fact]
    public void Action_that_only_the_bound_refuses_is_observed_without_a_verdict()
    {
        using var monitor = PermissionMonitor.Start(new Ladder(), new()
        {
            Automatic = Ladder.Hidden, LargestClosure = 5, Policy = ViolationPolicy.Observe, Log = reports.Add,
        });

        Assert.True(monitor.TryDo(new Ladder.Event.Call(90)));

        Assert.Equal(ViolationKind.Inconclusive, Assert.IsType<MonitorReport.Violation>(Assert.Single(reports)).Details.Kind);
        Assert.Null(monitor.FirstViolation);
        Assert.Equal(MonitorStatus.Diverged, monitor.Health.Status);
    }

    [Fact]
    public void Refusal_after_an_observed_action_that_could_not_be_decided_is_no_verdict_until_an_anchor()
    {
        using var monitor = PermissionMonitor.Start(new Diver(), new()
        {
            Automatic = _ => [new Diver.Event.Sink()], LargestClosure = 5, Policy = ViolationPolicy.Observe, Log = reports.Add,
            Anchor = e => e is Diver.Event.Rest ? new Diver.State(false, 0, false) : null,
        });
        var dive = monitor.Begin(new Diver.Event.Dive(0));
        Assert.True(monitor.TryDo(new Diver.Event.Ring(90)));
        monitor.Fail(dive, isCertainlyUnsent: true);

        // The model has not followed the bell, though it may have rung with its permission.
        Assert.True(monitor.TryDo(new Diver.Event.Answer(0)));

        Assert.Equal([ViolationKind.Inconclusive, ViolationKind.Inconclusive], reports.Cast<MonitorReport.Violation>().Select(r => r.Details.Kind));
        Assert.StartsWith("INCONCLUSIVE, observed only", reports[0].ToString(), StringComparison.Ordinal);
        Assert.Null(monitor.FirstViolation);

        Assert.True(monitor.TryDo(new Diver.Event.Rest()));
        Assert.True(monitor.TryDo(new Diver.Event.Answer(0)));
        Assert.Equal(ViolationKind.NotPermitted, monitor.FirstViolation?.Kind);
    }

    [Fact]
    public void Operation_in_flight_ends_as_it_began_when_the_policy_is_switched()
    {
        using var monitor = PermissionMonitor.Start(new Window(), new() { Policy = ViolationPolicy.Observe, Log = reports.Add });
        var letThrough = monitor.Begin(new Window.Event.Receive(0));

        monitor.Policies = ViolationPolicy.Enforce;

        Assert.Throws<PermissionViolationException>(() => monitor.Begin(new Window.Event.Receive(0)));
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(letThrough, new Window.Event.Receive(1)));
        Assert.Equal(0, monitor.State.Last);
    }

    [Fact]
    public void Input_reserved_before_the_policies_were_switched_off_keeps_its_permission()
    {
        using var monitor = Start(ViolationPolicy.Enforce);
        var call = monitor.Begin(new E.Take(0));

        monitor.Policies = new MonitorPolicies().With<E.Take>(ViolationPolicy.Off);

        Assert.False(monitor.TryDo(new E.Jump(3)));
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(call, new E.Take(5)));
        Assert.Equal(new Counter.State(0, 5), monitor.State);
    }

    [Fact]
    public void Refused_event_is_no_anchor()
    {
        using var monitor = PermissionMonitor.Start(new Counter(), new()
        {
            Policy = new MonitorPolicies(ViolationPolicy.Observe).With<E.Lose>(ViolationPolicy.Enforce), Anchor = e => e is E.Lose(100) ? new Counter.State(100, 0) : null,
        });

        Assert.True(monitor.TryDo(new E.Keep(7)));
        Assert.False(monitor.TryDo(new E.Lose(100)));

        Assert.Equal(MonitorStatus.Diverged, monitor.Health.Status);
        Assert.Equal(new Counter.State(0, 0), monitor.State);
    }

    [Fact]
    public void Off_says_nothing_and_shows_in_the_health()
    {
        using var monitor = Start(ViolationPolicy.Off);

        Assert.True(monitor.TryDo(new E.Keep(0)));
        Assert.True(monitor.TryDo(new E.Keep(7)));

        Assert.Empty(reports);
        Assert.Equal(new Counter.State(1, 0), monitor.State);
        Assert.Equal(MonitorStatus.Diverged, monitor.Health.Status);
    }

    [Fact]
    public void Log_of_an_observed_violation_is_rejected_at_it()
    {
        var stream = new MemoryStream();
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Policy = ViolationPolicy.Observe, Audit = new AuditLog<E>(stream) });
        monitor.TryDo(new E.Keep(0));
        monitor.TryDo(new E.Keep(7));

        var verdict = LogCheck.Of(new Counter()).Check(AuditLogReader.Read<E>(new MemoryStream(stream.ToArray())));

        Assert.Equal("Counter #3 Keep(7)", Assert.IsType<LogVerdict<E>.Rejected>(verdict).Mismatch.Event);
    }

    private PermissionMonitor<Counter.State, E> Start(MonitorPolicies policies) =>
        PermissionMonitor.Start(new Counter(), new() { Policy = policies, Log = reports.Add });

    /// <summary>Sinks by itself after a dive; rings a bell above water, or where it has sunk to; answers after the bell.</summary>
    private sealed class Diver : Component<Diver.State, Diver.Event>
    {
        public sealed record State(bool IsUnder, int Depth, bool HasRung);

        public abstract record Event
        {
            [Io<Operations.Uncertain>]
            public sealed record Dive(int N) : Event;

            [Internal(IsAutomatic = true)]
            public sealed record Sink : Event;

            [Io<Operations.Kept>]
            public sealed record Ring(int Depth) : Event;

            [Io<Operations.Kept>]
            public sealed record Answer(int N) : Event;

            [Internal]
            public sealed record Rest : Event;
        }

        public override State Initial => new(false, 0, false);

        public override State? Next(State s, Event e) => e switch
        {
            Event.Dive when !s.IsUnder => s with { IsUnder = true },
            Event.Sink when s.IsUnder && s.Depth < 100 => s with { Depth = s.Depth + 1 },
            Event.Ring(var depth) when !s.IsUnder || depth <= s.Depth => s with { HasRung = true },
            Event.Answer when s.HasRung => s,
            Event.Rest => s,
            _ => null,
        };
    }
}
