using Igloo.Components;
using Igloo.IoSpecs;
using Igloo.IoSpecs.Canonical;
using Igloo.IoSpecs.Heaps;
using Igloo.Monitoring.Tests.Models;
using Igloo.Values;
using Q = Igloo.Monitoring.Tests.Models.QuietNode.Event;

namespace Igloo.Monitoring.Tests;

/// <summary>What passes a monitor is exactly what the specification allows.</summary>
public sealed class TraceTests
{
    private static readonly RingNode.Event[] Universe =
    [
        new RingNode.Event.Setup(),
        new RingNode.Event.Elect(),
        .. Enumerable.Range(1, 3).SelectMany(i => new RingNode.Event[]
        {
            new RingNode.Event.Receive(new Id(i)),
            new RingNode.Event.Accept(new Id(i)),
            new RingNode.Event.Send(new Address(1), new Id(i)),
            new RingNode.Event.Send(new Address(9), new Id(i)),
        }),
    ];

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 50)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Reported_events_pass_exactly_when_the_specification_has_the_trace(int seed)
    {
        var random = new Random(seed);
        var component = new RingNode(new Id(2), new Address(1));
        var system = IoSpecification.Of(component).Over(Universe);
        var monitor = PermissionMonitor.Start(component);
        var process = system.ToProcess(component.Initial);
        var (passed, refused) = (0, 0);

        for (var step = 0; step < 60; step++)
        {
            var e = Universe[random.Next(Universe.Length)];
            var next = process.After(system.Typing, IoAction.Of(e)).FirstOrDefault();

            Assert.True((next is not null) == monitor.TryDo(e), $"seed {seed}, step {step}: {e}");
            process = next ?? process;
            if (next is null) refused++;
            else passed++;
        }

        Assert.True(passed > 5 && refused > 5, $"seed {seed}: {passed} passed, {refused} refused");
    }

    /// <summary>The theorem itself, with the assertion and not only its process: every sequence to a depth, by the canonical model of its witness schedule.</summary>
    [Fact]
    public void Every_short_sequence_passes_exactly_when_the_assertion_has_it_as_a_trace()
    {
        RingNode.Event[] universe =
        [
            new RingNode.Event.Setup(), new RingNode.Event.Elect(), new RingNode.Event.Receive(new Id(2)), new RingNode.Event.Receive(new Id(3)),
            new RingNode.Event.Accept(new Id(3)), new RingNode.Event.Send(new Address(1), new Id(2)), new RingNode.Event.Send(new Address(1), new Id(3)), new RingNode.Event.Send(new Address(9), new Id(2)),
        ];
        var component = new RingNode(new Id(2), new Address(1));
        var system = IoSpecification.Of(component).Over(universe);
        var process = system.ToProcess(component.Initial);
        var transitions = new HeapTransitions(system.Typing);
        var elsewhere = new InputSchedule((_, operation, _) => operation.StartsWith("UDP_receive", StringComparison.Ordinal) ? new Id(3) : default(Unit));
        var (passed, refused) = (0, 0);

        foreach (var events in Sequences(universe, 3))
        {
            IoAction[] trace = [.. events.Select(IoAction.Of)];
            var isTrace = transitions.HasTrace(CanonicalModel.WithToken(process, InputSchedule.Witness(trace, elsewhere), trace.Length), trace);
            var monitor = PermissionMonitor.Start(component);

            Assert.True(isTrace == events.All(monitor.TryDo), string.Join(' ', trace.AsEnumerable()));
            if (isTrace) passed++;
            else refused++;
        }

        Assert.True(passed > 50 && refused > 200, $"{passed} passed, {refused} refused");
    }

    /// <summary>Hidden events that are not confluent: S is then a set, and what passes is exactly what some trace has when its hidden events are left out.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_hidden_events_do_what_passes_is_the_observable_part_of_some_trace(int seed)
    {
        var random = new Random(seed);
        var (passed, refused) = (0, 0);
        for (var machine = 0; machine < 10; machine++)
        {
            var component = new Machine(random);
            var monitor = PermissionMonitor.Start(component, new() { Automatic = Machine.Hidden, MostStatesCheckedAtStart = 0 });
            List<Machine.Event> seen = [];
            for (var step = 0; step < 12; step++)
            {
                var e = new Machine.Event.Emit(random.Next(Machine.Outputs));
                var isObservable = HasTrace(component, component.Initial, [.. seen, e], 0, []);

                Assert.True(isObservable == monitor.TryDo(e), $"seed {seed}, machine {machine}: {string.Join(' ', seen)} {e}");
                if (isObservable) seen.Add(e);
                if (isObservable) passed++;
                else refused++;
            }
        }

        Assert.True(passed > 10 && refused > 10, $"seed {seed}: {passed} passed, {refused} refused");
    }

    // By the definition: some run of the component, hidden events among the observed ones.
    private static bool HasTrace(Machine component, Machine.State state, IReadOnlyList<Machine.Event> observed, int done, HashSet<(Machine.State, int)> tried)
    {
        if (done == observed.Count) return true;
        if (!tried.Add((state, done))) return false;
        return (component.Next(state, observed[done]) is { } after && HasTrace(component, after, observed, done + 1, tried))
            || Machine.Hidden(state).Any(h => component.Next(state, h) is { } moved && HasTrace(component, moved, observed, done, tried));
    }

    private static IEnumerable<TEvent[]> Sequences<TEvent>(TEvent[] events, int length) =>
        length == 0 ? [[]] : Sequences(events, length - 1).SelectMany(t => t.Length < length - 1 ? [t] : events.Select(e => (TEvent[])[.. t, e]).Prepend(t));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Automatic_events_are_followed_to_exactly_the_observable_part_of_some_trace(int seed)
    {
        Q[] automatic = [new Q.Setup(), .. Enumerable.Range(1, 3).Select(i => new Q.Accept(new Id(i)))];

        Assert.All(
            new MonitorOptions<QuietNode.State, Q>[] { new(), new() { Automatic = _ => automatic }, new() { HiddenSteps = HiddenSteps.Eager } },
            options => PassesTheObservable(seed, automatic, options));
    }

    private static void PassesTheObservable(int seed, Q[] automatic, MonitorOptions<QuietNode.State, Q> options)
    {
        Q[] observable =
        [
            new Q.Elect(),
            .. Enumerable.Range(1, 3).SelectMany(i => new Q[] { new Q.Receive(new Id(i)), new Q.Send(new Address(1), new Id(i)), new Q.Send(new Address(9), new Id(i)) }),
        ];
        var random = new Random(seed);
        var component = new QuietNode(new Id(2), new Address(1));
        var monitor = PermissionMonitor.Start(component, options);
        var possible = Closed(component, [component.Initial], automatic);
        var (passed, refused) = (0, 0);

        for (var step = 0; step < 30; step++)
        {
            var e = observable[random.Next(observable.Length)];
            var next = Closed(component, possible.Select(s => component.Next(s, e)).OfType<QuietNode.State>(), automatic);

            Assert.True((next.Count > 0) == monitor.TryDo(e), $"seed {seed}, step {step}: {e}");
            possible = next.Count > 0 ? next : possible;
            if (next.Count > 0) passed++;
            else refused++;
        }

        Assert.True(passed > 3 && refused > 3, $"seed {seed}: {passed} passed, {refused} refused");
    }

    [Fact]
    public void States_that_refuse_an_observed_event_are_dropped()
    {
        var monitor = PermissionMonitor.Start(new Either(), new() { Automatic = Either.Hidden, MostStatesCheckedAtStart = 0 });

        Assert.True(monitor.TryDo(new Either.Event.Emit(1)));
        Assert.False(monitor.TryDo(new Either.Event.Emit(2)));
        Assert.True(monitor.TryDo(new Either.Event.Emit(1)));
    }

    [Fact]
    public void Refusal_is_inconclusive_when_the_closure_was_cut()
    {
        var monitor = PermissionMonitor.Start(new Either(), new() { Automatic = Either.Hidden, LargestClosure = 1, MostStatesCheckedAtStart = 0 });

        var refusal = Assert.Throws<Reports.PermissionViolationException>(() => monitor.Begin(new Either.Event.Emit(1)));

        Assert.Equal(Reports.ViolationKind.Inconclusive, refusal.Violation.Kind);
        Assert.Null(monitor.FirstViolation);
    }

    [Theory]
    [InlineData(HiddenSteps.Complete)]
    [InlineData(HiddenSteps.Eager)]
    public void Permit_stands_when_the_closure_was_cut_and_a_refusal_is_no_violation(HiddenSteps mode)
    {
        var monitor = PermissionMonitor.Start(new Ladder(), new() { Automatic = Ladder.Hidden, HiddenSteps = mode, LargestClosure = 5 });

        Assert.True(monitor.TryDo(new Ladder.Event.Call(3)));
        var refusal = Assert.Throws<Reports.PermissionViolationException>(() => monitor.Begin(new Ladder.Event.Call(90)));

        Assert.Equal(Reports.ViolationKind.Inconclusive, refusal.Violation.Kind);
        Assert.Null(monitor.FirstViolation);
        Assert.True(monitor.TryDo(new Ladder.Event.Call(4)));
    }

    [Theory]
    [InlineData(HiddenSteps.Complete, 4)]
    [InlineData(HiddenSteps.Eager, 5)]
    public void Closure_is_cut_at_its_bound_and_not_after_it(HiddenSteps mode, int highest)
    {
        MonitorOptions<Ladder.State, Ladder.Event> options = new() { Automatic = Ladder.Hidden, HiddenSteps = mode, LargestClosure = 5 };

        Assert.True(PermissionMonitor.Start(new Ladder(), options).TryDo(new Ladder.Event.Call(highest)));
        Assert.False(PermissionMonitor.Start(new Ladder(), options).TryDo(new Ladder.Event.Call(highest + 1)));
    }

    [Theory]
    [InlineData(HiddenSteps.Complete)]
    [InlineData(HiddenSteps.Eager)]
    public void Refusal_is_a_violation_when_the_closure_is_complete(HiddenSteps mode)
    {
        var monitor = PermissionMonitor.Start(new Ladder(), new() { Automatic = Ladder.Hidden, HiddenSteps = mode, LargestClosure = 101 });

        var refusal = Assert.Throws<Reports.PermissionViolationException>(() => monitor.Begin(new Ladder.Event.Call(101)));

        Assert.Equal(Reports.ViolationKind.NotPermitted, refusal.Violation.Kind);
        Assert.NotNull(monitor.FirstViolation);
    }

    private static HashSet<QuietNode.State> Closed(QuietNode component, IEnumerable<QuietNode.State> states, Q[] hidden)
    {
        var closed = states.ToHashSet();
        while (closed.SelectMany(s => hidden.Select(h => component.Next(s, h))).OfType<QuietNode.State>().Where(s => !closed.Contains(s)).ToArray() is { Length: > 0 } further)
        {
            closed.UnionWith(further);
        }

        return closed;
    }
}
