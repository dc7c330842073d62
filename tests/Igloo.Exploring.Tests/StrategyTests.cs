using Igloo.Exploring.Tests.Models;
using LeaderElection.Model;

namespace Igloo.Exploring.Tests;

public sealed class StrategyTests
{
    public static TheoryData<SearchStrategy, StateStorage, int> Ways => new()
    {
        { SearchStrategy.BreadthFirst, StateStorage.FullStates, 1 },
        { SearchStrategy.BreadthFirst, StateStorage.FullStates, 2 },
        { SearchStrategy.BreadthFirst, StateStorage.FullStates, 5 },
        { SearchStrategy.BreadthFirst, StateStorage.Fingerprints, 1 },
        { SearchStrategy.BreadthFirst, StateStorage.Fingerprints, 3 },
        { SearchStrategy.DepthFirst, StateStorage.FullStates, 1 },
        { SearchStrategy.DepthFirst, StateStorage.Fingerprints, 1 },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Counts_of_two_phase_commit_are_the_same_in_every_way(SearchStrategy strategy, StateStorage storage, int workers) =>
        AssertCounts<TwoPhaseCommit>(3, (288, 1_146), 11, strategy, storage, workers);

    [Theory]
    [MemberData(nameof(Ways))]
    public void Counts_of_Chang_Roberts_from_many_initial_states_are_the_same_in_every_way(SearchStrategy strategy, StateStorage storage, int workers) =>
        AssertCounts<ChangRoberts>(4, (823, 1_791), 15, strategy, storage, workers);

    [Theory]
    [MemberData(nameof(Ways))]
    public void Counts_of_a_composition_are_the_same_in_every_way(SearchStrategy strategy, StateStorage storage, int workers)
    {
        var reference = Explorer.Explore(Instances.Of<RingSystem>(2, 2).Single());

        AssertCounts<RingSystem>(2, (reference.States, reference.Generated), reference.Depth, strategy, storage, workers);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Violations_are_found_and_replay_in_every_way(SearchStrategy strategy, StateStorage storage, int workers)
    {
        var system = new Philosophers(new Participants(3));
        var found = Explorer.Explore(system, Universe.Of(3, new Participants(3)), new() { Strategy = strategy, Storage = storage, Workers = workers });
        var run = Assert.Single(found.Violations).Run;

        foreach (var (before, step) in run.Steps.Select((step, i) => (i == 0 ? run.Initial : run.Steps[i - 1].After, step)))
        {
            Assert.Equal(step.After, system.NextState(before, step.Event));
        }
    }

    [Fact]
    public void Workers_find_the_same_shortest_counterexamples()
    {
        var universe = Universe.Of(3, new Participants(3));
        var alone = Explorer.Explore(new Philosophers(new Participants(3)), universe);
        var four = Explorer.Explore(new Philosophers(new Participants(3)), universe, new() { Workers = 4 });

        Assert.Equal(alone.Deadlock, four.Deadlock);
        Assert.Equal(alone.Events, four.Events);
    }

    [Fact]
    public void Workers_stop_at_the_same_state_when_a_limit_cuts()
    {
        var ring = Instances.Of<ChangRoberts>(4, 4).Single();

        var (alone, three) = (Explorer.Explore(ring, new() { MaxStates = 100, Engine = ExplorationEngine.Reference }), Explorer.Explore(ring, new() { MaxStates = 100, Workers = 3, Engine = ExplorationEngine.Reference }));

        Assert.Equal((alone.States, alone.Generated, alone.Depth), (three.States, three.Generated, three.Depth));
    }

    [Fact]
    public void Fingerprints_state_the_odds_of_a_missed_state()
    {
        var found = Explorer.Explore(Instances.Of<TwoPhaseCommit>(3, 3).Single(), new() { Storage = StateStorage.Fingerprints, Engine = ExplorationEngine.Reference });

        Assert.InRange(found.CollisionOdds!.Value, 1e-16, 1e-14);
        Assert.Contains("a state was missed with probability", found.ToString(), StringComparison.Ordinal);
        Assert.Null(Explorer.Explore(Instances.Of<TwoPhaseCommit>(3, 3).Single()).CollisionOdds);
    }

    [Fact]
    public void Packed_state_of_one_word_is_its_own_fingerprint()
    {
        var found = Explorer.Explore(Instances.Of<TwoPhaseCommit>(3, 3).Single(), new() { Storage = StateStorage.Fingerprints, Engine = ExplorationEngine.Packed });

        Assert.Equal((288, null), (found.States, found.CollisionOdds));
    }

    [Fact]
    public void Search_ends_incomplete_when_memory_is_short()
    {
        var found = Explorer.Explore(Instances.Of<TwoPhaseCommit>(3, 3).Single(), new() { MaxMemory = 1 });

        Assert.Equal((Completeness.CutByMemory, false), (found.Completeness, found.Holds));
    }

    [Fact]
    public void Options_that_contradict_each_other_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Explorer.Explore(new Stops(), Universe.Of(1), new() { Workers = 0 }));
        Assert.Throws<ArgumentException>(() => Explorer.Explore(new Stops(), Universe.Of(1), new() { Resume = true }));
        Assert.Throws<ArgumentException>(() => Explorer.Explore(new Stops(), Universe.Of(1), new() { Strategy = SearchStrategy.DepthFirst, Workers = 2 }));
        Assert.Throws<ArgumentException>(() => RefinementCheck.Explore(new ForkedRefinesRemembering(), Universe.Of(1), new() { Storage = StateStorage.Fingerprints }));
    }

    [Fact]
    public void Progress_is_told_at_the_end()
    {
        var told = new Told();
        var found = Explorer.Explore(Instances.Of<TwoPhaseCommit>(3, 3).Single(), new() { Progress = told });

        Assert.Equal((found.States, found.Generated, 0L, found.Depth), (told.Last!.States, told.Last.Generated, told.Last.Queue, told.Last.Depth));
        Assert.True(told.Last is { MemoryBytes: > 0, StatesPerSecond: > 0, CollisionOdds: null });
    }

    private static void AssertCounts<T>(int size, (int, long) expected, int depth, SearchStrategy strategy, StateStorage storage, int workers)
    {
        var found = Explorer.Explore(Instances.Of<T>(size, size).Single(), new() { Strategy = strategy, Storage = storage, Workers = workers, Engine = ExplorationEngine.Reference });

        Assert.Equal((expected, Completeness.Complete), ((found.States, found.Generated), found.Completeness));
        if (strategy == SearchStrategy.BreadthFirst) Assert.Equal(depth, found.Depth);
    }

    private sealed class Told : IProgress<ExplorationProgress>
    {
        public ExplorationProgress? Last { get; private set; }

        public void Report(ExplorationProgress value) => Last = value;
    }
}
