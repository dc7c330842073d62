using Igloo.Exploring.Tests.Models;

namespace Igloo.Exploring.Tests;

public sealed class DeadlockTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Philosophers_deadlock_after_each_has_taken_a_fork(int size)
    {
        var found = Explorer.Explore(new Philosophers(new Participants(size)), Universe.Of(size, new Participants(size)));

        Assert.Equal(size, found.Deadlock!.Length);
        Assert.Equal(PropertyKind.Terminal, Assert.Single(found.Violations).Kind);
        Assert.False(found.Holds);
        Assert.StartsWith($"DEADLOCK  after {size} events", found.Violations[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void State_that_is_declared_terminal_is_no_deadlock()
    {
        var all = new Participants(2);
        var found = Explorer.FindState(new Philosophers(all), Universe.Of(2, all), s => ((Philosophers.State)s).Full.Count == 2);
        var run = Assert.IsType<StateQuery.Reached>(found).Run;

        Assert.DoesNotContain(Universe.Of(2, all).Values(typeof(Philosophers.Event)), e => new Philosophers(all).NextState(run.Last, e) is not null);
        Assert.NotEqual(run.Last, Explorer.Explore(new Philosophers(all), Universe.Of(2, all)).Deadlock!.Last);
    }

    [Fact]
    public void Model_without_terminal_states_has_its_deadlock_reported_and_holds()
    {
        var found = Explorer.Explore(new Stops(), Universe.Of(1));

        Assert.Equal((3, true), (found.Deadlock!.Length, found.Holds));
        Assert.Contains("DEADLOCK after 3", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Deadlock_refutes_every_model_where_that_is_asked_for() =>
        Assert.False(Explorer.Explore(new Stops(), Universe.Of(1), new() { Deadlocks = DeadlockPolicy.Refute }).Holds);

    [Fact]
    public void Deadlocks_are_not_looked_for_where_they_are_ignored() =>
        Assert.Null(Explorer.Explore(new Stops(), Universe.Of(1), new() { Deadlocks = DeadlockPolicy.Ignore }).Deadlock);

    [Fact]
    public void Terminal_predicate_that_fails_ends_the_search_with_the_run()
    {
        var found = Explorer.Explore(new StopsBadly(), Universe.Of(1));
        var fault = Assert.Single(found.Violations);

        Assert.Equal((PropertyKind.Defined, Completeness.StoppedByFault, 1), (fault.Kind, found.Completeness, fault.Run.Length));
        Assert.IsType<OverflowException>(fault.Fault);
    }

    /// <summary>Fails where it should say whether it may end.</summary>
    public sealed class StopsBadly : EventSystem<StopsBadly.State, Stops.Event>
    {
        public sealed record State(int Place);

        public override State Initial => new(0);

        public override State? Next(State s, Stops.Event e) => e switch
        {
            Stops.Event.Go when s.Place == 0 => new State(int.MaxValue),
            _ => null,
        };

        [Terminal]
        public bool IsAtTheEnd(State s) => s.Place + 1 > 0;
    }

    [Fact]
    public void Model_that_always_goes_on_has_no_deadlock() =>
        Assert.Null(Explorer.Explore(Instances.Of<TwoPhaseCommit>(3, 3).Single()).Deadlock);
}
