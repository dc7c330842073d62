using Igloo.Exploring.Tests.Models;
using LeaderElection.Model;
using LockServer;
using Mutex = LockServer.Mutex;

namespace Igloo.Exploring.Tests;

public sealed class ExplorerTests
{
    private static readonly Universe Small = Universe.Of(2);

    [Fact]
    public void Exploration_starts_from_every_choice_that_is_not_null()
    {
        var found = Explorer.Explore(new Counter(), Small, new() { MaxDepth = 1 });

        Assert.Equal(2, found.States);
    }

    [Fact]
    public void Exploration_reports_the_shortest_run_when_an_invariant_fails()
    {
        var violation = Assert.Single(Explorer.Explore(new Counter(), Small, new() { MaxDepth = 5 }).Violations, v => v.Name == nameof(Counter.IsSmall));

        Assert.Equal([new Counter.State(10), new Counter.State(11), new Counter.State(12)], [violation.Run.Initial, .. violation.Run.Steps.Select(s => s.After)]);
    }

    [Fact]
    public void Exploration_reports_the_step_when_a_step_property_fails()
    {
        var violation = Assert.Single(Explorer.Explore(new Counter(), Small, new() { MaxDepth = 5 }).Violations, v => v.Kind == PropertyKind.StepProperty);

        Assert.Equal((new Counter.State(11), new Counter.State(12)), (violation.Run.Previous, violation.Run.Last));
    }

    [Fact]
    public void Exploration_ends_with_the_run_when_next_throws()
    {
        var found = Explorer.Explore(new Counter(), Small);
        var fault = Assert.Single(found.Violations, v => v.Kind == PropertyKind.Defined);

        Assert.IsType<OverflowException>(fault.Fault);
        Assert.Equal(new Counter.Event.Overflow(), fault.FaultyEvent);
        Assert.Equal(new Counter.State(12), fault.Run.Last);
        Assert.Equal(Completeness.StoppedByFault, found.Completeness);
    }

    [Theory]
    [InlineData(3, null, Completeness.CutByStates)]
    [InlineData(null, 2, Completeness.CutByDepth)]
    public void Exploration_is_incomplete_and_does_not_hold_when_a_limit_cuts_it(int? states, int? depth, Completeness expected)
    {
        var found = Explorer.Explore(Instances.Of<RingProtocol>(3, 3).Single(), new() { MaxStates = states, MaxDepth = depth });

        Assert.Equal((expected, false), (found.Completeness, found.Holds));
        Assert.Empty(found.Violations);
    }

    [Fact]
    public void Exploration_is_complete_when_the_limit_is_exactly_its_size()
    {
        var all = Explorer.Explore(Instances.Of<RingProtocol>(2, 2).Single());
        var limited = Explorer.Explore(Instances.Of<RingProtocol>(2, 2).Single(), new() { MaxStates = all.States, MaxDepth = all.Depth });

        Assert.Equal((all.States, all.Generated, Completeness.Complete), (limited.States, limited.Generated, limited.Completeness));
    }

    [Fact]
    public void Exploration_gives_its_partial_result_when_cancelled()
    {
        var found = Explorer.Explore(new Counter(), Small, new() { Cancellation = new CancellationToken(canceled: true) });

        Assert.Equal((Completeness.Cancelled, 2), (found.Completeness, found.States));
    }

    [Fact]
    public void Exploration_tells_goals_reached_from_goals_not_reached()
    {
        var goals = Explorer.Explore(new Counter(), Small, new() { MaxDepth = 8 }).Goals.ToDictionary(g => g.Property.Name, g => g.Witness?.Length);

        Assert.Equal(1, goals[nameof(Counter.IsOne)]);
        Assert.Null(goals[nameof(Counter.IsNegative)]);
    }

    [Fact]
    public void Exploration_names_events_that_are_never_enabled()
    {
        var found = Explorer.Explore(new Counter(), Small, new() { MaxDepth = 2 });

        Assert.Equal(["Overflow", "Never"], found.NeverEnabled.Select(e => e.Name));
    }

    [Theory]
    [InlineData(1, 2, 2)]
    [InlineData(3, 4, 4)]
    public void Exploration_checks_traces_and_their_past_without_counting_pasts_as_states(int size, int states, int configurations)
    {
        var found = Explorer.Explore(new Election(), Universe.Of(size));

        Assert.True(found.Holds, found.ToString());
        Assert.Equal((states, configurations), (found.States, found.Configurations));
    }

    [Fact]
    public void Exploration_refutes_a_trace_property_with_the_event_at_the_end()
    {
        var found = Explorer.Explore(new Impatient(), Universe.Of(2));
        var violation = Assert.Single(found.Violations);

        Assert.Equal((PropertyKind.TraceProperty, "Acquire(0) Acquire(0)"), (violation.Kind, violation.Run.EventLine));
    }

    [Fact]
    public void Lock_server_is_safe_and_somebody_gets_the_lock()
    {
        var found = Instances.Of<LockProtocol>(1, 4).Select(i => Explorer.Explore(i)).ToArray();

        Assert.All(found, f => Assert.True(f.Holds && f.Goals.All(g => g.IsReached) && !f.NeverEnabled.Any(), f.ToString()));
        Assert.Equal([4, 7, 10, 13], found.Select(f => f.States));
    }

    [Fact]
    public void Result_reads_as_one_line() => Assert.Equal(
        "RingProtocol on Ring(3): complete, 20 states, 97 generated, depth 7; Setup, Accept, Elect occur; goal LeaderExists reached after 4",
        Explorer.Explore(Instances.Of<RingProtocol>(3, 3).Single()).ToString());

    [Fact]
    public void Events_of_components_are_counted_inside_a_composition()
    {
        var alone = Explorer.Explore(Instances.Of<RingSystem>(1, 1).Single());
        var two = Explorer.Explore(Instances.Of<RingSystem>(2, 2).Single());

        Assert.Equal(["Internal(Accept)"], alone.NeverEnabled.Select(e => e.Name));
        Assert.Equal(
            ["Internal(Setup)", "Internal(Accept)", "Internal(Elect)", "Environment(Deliver)", "Environment(Transmit)"],
            two.Events.Where(e => e.Count > 0).Select(e => e.Name));
    }

    /// <summary>May acquire again and again.</summary>
    public sealed class Impatient : EventSystem<Mutex.State, Mutex.Event>
    {
        public override Mutex.State Initial => new(Holder: null);

        public override Mutex.State? Next(Mutex.State s, Mutex.Event e) => e switch
        {
            Mutex.Event.Acquire(var c) when s.Holder is null || s.Holder == c => new Mutex.State(c),
            Mutex.Event.Release => null,
            _ => null,
        };

        [TraceProperty]
        public bool AcquiresOnce(Past<Mutex.Event> before, Mutex.Event.Acquire now) => !before.Contains(now);
    }
}
