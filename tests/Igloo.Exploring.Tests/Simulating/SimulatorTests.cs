using Igloo.Exploring.Simulating;
using Igloo.Exploring.Tests.Models;
using LeaderElection.Model;

namespace Igloo.Exploring.Tests.Simulating;

public sealed class SimulatorTests
{
    private static Instance Ring => Instances.Of<RingProtocol>(3, 3).Single();

    [Fact]
    public void Same_seed_gives_the_same_walks_and_another_seed_others()
    {
        var first = Simulator.Run(Ring, new() { Seed = 1, Walks = 5, MaxSteps = 20 });

        Assert.Equal(first.Coverage.Events, Simulator.Run(Ring, new() { Seed = 1, Walks = 5, MaxSteps = 20 }).Coverage.Events);
        Assert.NotEqual(first.Coverage.Events, Simulator.Run(Ring, new() { Seed = 2, Walks = 5, MaxSteps = 20 }).Coverage.Events);
    }

    [Fact]
    public void Walks_of_a_correct_model_cover_its_events_and_both_sides_of_its_guards()
    {
        var found = Simulator.Run(Ring, new() { Walks = 30, MaxSteps = 40 });

        Assert.Null(found.Failure);
        Assert.Empty(found.Coverage.NeverOccurred);
        Assert.Equal(
            ["s.Inbox[at].Contains(id)", "ring.Less(at, id)", "s.Inbox[n].Contains(n)"],
            found.Coverage.Conditions.Where(c => c.IsCovered).Select(c => c.Text));
        Assert.All(found.Coverage.Conditions, c => Assert.Equal("RingProtocol.cs", Path.GetFileName(c.Source!.File)));
    }

    [Fact]
    public void Event_that_never_occurs_and_condition_that_never_holds_are_named()
    {
        var found = Simulator.Run(new Instance(new Guarded(), Universe.Of(1), 1, "size 1"), new() { Walks = 3, MaxSteps = 5 });

        Assert.Equal(["Never"], found.Coverage.NeverOccurred.Select(e => e.Name));
        Assert.Contains("s.Place > 100 never held", found.ToString(), StringComparison.Ordinal);
        Assert.Contains("s.Place >= 0 always held", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Failing_walk_is_shrunk_until_no_event_can_be_left_out()
    {
        var found = Simulator.Run(new Instance(new Careless(), Universe.Of(3), 3, "size 3"), new() { Walks = 50, MaxSteps = 200 });

        Assert.True(found.OriginalLength > 3);
        Assert.Equal("SimulatorTests.Careless.Safe", found.Failure!.Violation!.Property!.FullName);
        Assert.Equal(3, found.Failure.Run.Length);
        Assert.All(found.Failure.Run.Events, e => Assert.IsType<Careless.Event.Load>(e));
        Assert.Contains("shrunk from", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Failing_simulation_is_shrunk_too()
    {
        var found = Simulator.Run(new Instance(new ForkedRefinesRemembering(), Universe.Of(1), 1, "size 1"), new() { Walks = 20, MaxSteps = 10 });

        Assert.Equal(RefinementFailure.NotEnabled, found.Failure!.SimulationFailed!.Failure);
        Assert.Equal("Right Go", found.Failure.SimulationFailed.Run.EventLine);
    }

    [Fact]
    public void Swarm_walks_through_instances_of_several_sizes()
    {
        var found = Simulator.Swarm(typeof(RingProtocol), 1, 4, new() { Walks = 40, MaxSteps = 10 });

        Assert.True(found.Instances.Length >= 4, found.ToString());
        Assert.Equal(40, found.Walks);
    }

    [Fact]
    public void Cancelled_simulation_says_so()
    {
        var found = Simulator.Run(Ring, new() { Cancellation = new CancellationToken(canceled: true) });

        Assert.Equal((0, true), (found.Walks, found.IsCancelled));
    }

    /// <summary>Loads without looking, among much that does not matter.</summary>
    public sealed class Careless : EventSystem<Careless.State, Careless.Event>
    {
        public sealed record State(int Load, int Noise);

        public abstract record Event
        {
            public sealed record Load : Event;

            public sealed record Look(bool Left) : Event;
        }

        public override State Initial => new(0, 0);

        public override State? Next(State s, Event e) => e switch
        {
            Event.Load => s with { Load = s.Load + 1 },
            Event.Look(var left) => s with { Noise = left ? 0 : 1 },
            _ => null,
        };

        [Invariant]
        public bool Safe(State s) => s.Load < 3;
    }

    /// <summary>Has an event that never happens.</summary>
    public sealed class Guarded : EventSystem<Guarded.State, Guarded.Event>
    {
        public sealed record State(int Place);

        public abstract record Event
        {
            public sealed record Go : Event;

            public sealed record Never : Event;
        }

        public override State Initial => new(0);

        public override State? Next(State s, Event e) => e switch
        {
            Event.Go when s.Place >= 0 => s with { Place = s.Place + 1 },
            Event.Never when s.Place > 100 => s,
            _ => null,
        };
    }
}
