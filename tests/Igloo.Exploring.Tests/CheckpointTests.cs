using Igloo.Exploring.Tests.Models;
using LeaderElection.Model;

namespace Igloo.Exploring.Tests;

public sealed class CheckpointTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData(17, null, StateStorage.FullStates)]
    [InlineData(400, null, StateStorage.FullStates)]
    [InlineData(400, null, StateStorage.Fingerprints)]
    [InlineData(null, 7, StateStorage.FullStates)]
    [InlineData(null, 14, StateStorage.Fingerprints)]
    public void Resumed_search_has_the_counts_of_an_uncut_one(int? states, int? depth, StateStorage storage)
    {
        var instance = Instances.Of<ChangRoberts>(4, 4).Single();
        var cut = Explorer.Explore(instance, new() { MaxStates = states, MaxDepth = depth, CheckpointFile = file, Storage = storage });
        var resumed = Explorer.Explore(instance, new() { CheckpointFile = file, Resume = true, Storage = storage });

        Assert.False(cut.IsComplete);
        Assert.Equal((823, 1_791L, 15, Completeness.Complete), (resumed.States, resumed.Generated, resumed.Depth, resumed.Completeness));
        Assert.Equal(Explorer.Explore(instance).Events, resumed.Events);
    }

    [Fact]
    public void Search_may_be_cut_and_resumed_many_times()
    {
        var instance = Instances.Of<TwoPhaseCommit>(3, 3).Single();
        var found = Explorer.Explore(instance, new() { MaxStates = 40, CheckpointFile = file });
        for (var limit = 80; !found.IsComplete; limit += 40)
        {
            Assert.True(limit < 400);
            found = Explorer.Explore(instance, new() { MaxStates = limit, CheckpointFile = file, Resume = true });
        }

        Assert.Equal((288, 1_146L, 11), (found.States, found.Generated, found.Depth));
    }

    [Fact]
    public void Resumed_search_does_not_forget_violations()
    {
        var cut = Explorer.Explore(new Modulo(5), Universe.Of(1), new() { MaxStates = 9, CheckpointFile = file });
        var resumed = Explorer.Explore(new Modulo(5), Universe.Of(1), new() { CheckpointFile = file, Resume = true });

        Assert.Equal([("AvoidsTwenty", 4), ("NeverMovesFromTen", 3)], cut.Violations.Select(v => (v.Name, v.Run.Length)).Order());
        Assert.Equal((101, Completeness.Complete), (resumed.States, resumed.Completeness));
        Assert.Equal([("AvoidsTwenty", 4), ("NeverMovesFromTen", 3)], resumed.Violations.Select(v => (v.Name, v.Run.Length)).Order());
    }

    [Fact]
    public void Resumed_search_does_not_forget_a_deadlock()
    {
        var all = new Participants(3);
        var uncut = Explorer.Explore(new Philosophers(all), Universe.Of(3, all));
        Explorer.Explore(new Philosophers(all), Universe.Of(3, all), new() { MaxDepth = 5, CheckpointFile = file });
        var resumed = Explorer.Explore(new Philosophers(all), Universe.Of(3, all), new() { CheckpointFile = file, Resume = true });

        Assert.Equal((uncut.Deadlock, uncut.States), (resumed.Deadlock, resumed.States));
    }

    [Fact]
    public void Checkpoint_of_another_model_is_refused()
    {
        Explorer.Explore(Instances.Of<TwoPhaseCommit>(3, 3).Single(), new() { MaxStates = 40, CheckpointFile = file });

        var refused = Assert.Throws<CheckpointException>(() => Explorer.Explore(Instances.Of<ChangRoberts>(3, 3).Single(), new() { CheckpointFile = file, Resume = true }));

        Assert.Contains("was written for another model", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Checkpoint_of_the_same_model_with_other_parameters_is_refused()
    {
        var universe = Universe.Of(2);
        Explorer.Explore(new Modulo(5), universe, new() { MaxStates = 5, CheckpointFile = file });

        var refused = Assert.Throws<CheckpointException>(() => Explorer.Explore(new Modulo(3), universe, new() { CheckpointFile = file, Resume = true }));

        Assert.Contains("with other parameters", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_is_no_checkpoint_is_refused()
    {
        File.WriteAllText(file, "something else");

        Assert.Throws<CheckpointException>(() => Explorer.Explore(new Stops(), Universe.Of(1), new() { CheckpointFile = file, Resume = true }));
    }

    [Fact]
    public void Complete_search_leaves_no_checkpoint()
    {
        Explorer.Explore(new Stops(), Universe.Of(1), new() { CheckpointFile = file });

        Assert.False(File.Exists(file));
    }

    /// <summary>Goes on by a number that is a parameter of the model.</summary>
    public sealed class Modulo(int step) : EventSystem<Modulo.State, Modulo.Event>
    {
        public sealed record State(int Place);

        public abstract record Event
        {
            public sealed record Go : Event;
        }

        public override State Initial => new(0);

        public override State? Next(State s, Event e) => e is Event.Go ? new State((s.Place + step) % 101) : null;

        [Invariant]
        public bool AvoidsTwenty(State s) => s.Place != 20;

        [StepProperty]
        public bool NeverMovesFromTen(State before, Event.Go e, State after) => before.Place != 10;
    }
}
