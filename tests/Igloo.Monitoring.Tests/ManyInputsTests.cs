using Igloo.Components;
using Igloo.IoSpecs;
using Igloo.IoSpecs.Canonical;
using Igloo.IoSpecs.Heaps;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.Doors.Event;

namespace Igloo.Monitoring.Tests;

/// <summary>
/// More inputs in flight than are tried together: one may find its permission gone when it comes. Then it is held back and reported; what is passed on is
/// always a trace of the specification.
/// </summary>
public sealed class ManyInputsTests
{
    private const int MostInFlight = 6;
    private static readonly E[] Universe = [.. Doors.Universe];
    private readonly List<MonitorReport> reports = [];
    private readonly List<IoAction> trace = [];
    private readonly List<(IoCall<E> Call, bool IsKnock)> inFlight = [];
    private int passed;
    private int heldBack;
    private int largest;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Input_is_passed_on_exactly_when_the_specification_has_its_event_however_many_are_in_flight(int seed)
    {
        var random = new Random(seed);
        for (var component = 0; component < 50; component++) Drive(new Doors(random), random, $"seed {seed}, component {component}");

        Assert.Equal(MostInFlight, largest);
        Assert.True(passed > 50 && heldBack > 2, $"seed {seed}: {passed} passed and {heldBack} held back with more than three in flight");
    }

    /// <summary>The bound itself: three are tried together with a fourth, and four with a fifth in pairs only.</summary>
    [Fact]
    public void Fifth_input_for_four_permissions_is_reserved_and_held_back_when_it_comes()
    {
        var enter = new Turnstile.Event.Enter(0);
        using var monitor = PermissionMonitor.Start(new Turnstile(places: 4), new() { Log = reports.Add });
        var calls = Enumerable.Range(0, 5).Select(_ => monitor.Begin(enter)).ToList();

        Assert.All(calls[..4], call => Assert.Equal(InputOutcome.Accepted, monitor.Deliver(call, enter)));
        Assert.Equal(InputOutcome.ModelFault, monitor.Deliver(calls[4], enter));

        Assert.Equal(0, monitor.State.Places);
        Assert.Contains("another input took the permission", Assert.IsType<MonitorReport.ModelFault>(Assert.Single(reports)).Reason, StringComparison.Ordinal);
        monitor.Abandon(calls[4]);
        Assert.Equal(ViolationKind.NotPermitted, Assert.Throws<PermissionViolationException>(() => monitor.Begin(enter)).Violation.Kind);
    }

    [Fact]
    public void Output_under_four_inputs_in_flight_leaves_one_permission_and_no_unpermitted_input_is_passed_on()
    {
        var enter = new Turnstile.Event.Enter(0);
        using var monitor = PermissionMonitor.Start(new Turnstile(places: 4), new() { Log = reports.Add });
        var calls = Enumerable.Range(0, 4).Select(_ => monitor.Begin(enter)).ToList();

        for (var i = 0; i < 3; i++) Assert.True(monitor.TryDo(new Turnstile.Event.Rent(i)));
        Assert.Equal(ViolationKind.DisablesInput, Assert.Throws<PermissionViolationException>(() => monitor.Begin(new Turnstile.Event.Rent(3))).Violation.Kind);

        Assert.Equal([InputOutcome.Accepted, .. Enumerable.Repeat(InputOutcome.ModelFault, 3)], calls.Select(call => monitor.Deliver(call, enter)));
        Assert.Equal(3, reports.OfType<MonitorReport.ModelFault>().Count());
    }

    private void Drive(Doors component, Random random, string where)
    {
        var system = IoSpecification.Of(component).Over(Universe);
        var process = system.ToProcess(component.Initial);
        var initial = process;
        using var monitor = PermissionMonitor.Start(component, new() { Log = reports.Add });
        inFlight.Clear();
        trace.Clear();
        for (var step = 0; step < 60; step++)
        {
            var n = random.Next(4) == 0 ? 0 : 1;
            switch (random.Next(8))
            {
                case < 4 when inFlight.Count < MostInFlight:
                    var isKnock = random.Next(2) == 0;
                    var sample = Input(isKnock, n);
                    var isEnabled = process.After(system.Typing, IoAction.Of(sample)).Any();
                    var begun = Begin(monitor, sample);
                    Assert.True(begun is null || isEnabled, $"{where}, step {step}: {sample} was reserved");
                    Assert.True(begun is not null || !isEnabled || inFlight.Count > 0, $"{where}, step {step}: {sample} was refused");
                    if (begun is { } call) inFlight.Add((call, isKnock));
                    largest = Math.Max(largest, inFlight.Count);
                    break;
                case < 6 when inFlight.Count > 0:
                    var chosen = inFlight[random.Next(inFlight.Count)];
                    var e = Input(chosen.IsKnock, n);
                    var next = process.After(system.Typing, IoAction.Of(e)).FirstOrDefault();
                    Deliver(monitor, chosen, e, isPermitted: next is not null, $"{where}, step {step}: {e}");
                    if (next is null && random.Next(2) == 0) Abandon(monitor, chosen);
                    process = next ?? process;
                    break;
                case 6:
                    E other = random.Next(2) == 0 ? new E.Answer(n) : new E.Move(n);
                    var after = process.After(system.Typing, IoAction.Of(other)).FirstOrDefault();
                    var isDone = monitor.TryDo(other);
                    Assert.True(!isDone || after is not null, $"{where}, step {step}: {other} has happened");
                    Assert.True(isDone || after is null || inFlight.Count > 0, $"{where}, step {step}: {other} was refused");
                    if (!isDone) break;
                    trace.Add(IoAction.Of(other));
                    process = after!;
                    break;
                case 7 when inFlight.Count > 0:
                    Abandon(monitor, inFlight[random.Next(inFlight.Count)]);
                    break;
                default:
                    break;
            }
        }

        // The assertion itself, for as much of the trace as its canonical model can be built for.
        IoAction[] prefix = [.. trace.Take(4)];
        var elsewhere = new InputSchedule((_, operation, _) => operation is "Front" or "Back" ? 0 : default(Unit));
        Assert.True(new HeapTransitions(system.Typing).HasTrace(CanonicalModel.WithToken(initial, InputSchedule.Witness(prefix, elsewhere), prefix.Length), prefix), where);
    }

    private void Deliver(PermissionMonitor<Doors.State, E> monitor, (IoCall<E> Call, bool IsKnock) chosen, E e, bool isPermitted, string where)
    {
        var isOneOfMany = inFlight.Count > 3;
        var before = monitor.State;
        var faults = reports.OfType<MonitorReport.ModelFault>().Count();
        var outcome = monitor.Deliver(chosen.Call, e);
        Assert.True(isPermitted == (outcome == InputOutcome.Accepted), $"{where}: {outcome}");
        if (isPermitted)
        {
            Assert.Equal(faults, reports.OfType<MonitorReport.ModelFault>().Count());
            inFlight.Remove(chosen);
            trace.Add(IoAction.Of(e));
            if (isOneOfMany) passed++;
        }
        else
        {
            Assert.Equal(InputOutcome.ModelFault, outcome);
            Assert.Equal(before, monitor.State);
            Assert.Equal(faults + 1, reports.OfType<MonitorReport.ModelFault>().Count());
            Assert.Contains("another input took the permission", Assert.IsType<MonitorReport.ModelFault>(reports[^1]).Reason, StringComparison.Ordinal);
            if (isOneOfMany) heldBack++;
        }
    }

    private void Abandon(PermissionMonitor<Doors.State, E> monitor, (IoCall<E> Call, bool IsKnock) chosen)
    {
        monitor.Abandon(chosen.Call);
        inFlight.Remove(chosen);
    }

    private static E Input(bool isKnock, int n) => isKnock ? new E.Knock(n) : new E.Ring(n);

    private static IoCall<E>? Begin(PermissionMonitor<Doors.State, E> monitor, E sample)
    {
        try
        {
            return monitor.Begin(sample);
        }
        catch (PermissionViolationException)
        {
            return null;
        }
    }
}
