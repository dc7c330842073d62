using System.Text.RegularExpressions;
using Igloo.Exploring;
using Igloo.Testing.Tests.Models;
using LeaderElection.Model;
using LockServer;

namespace Igloo.Testing.Tests;

public sealed partial class RandomRunsTests
{
    private static readonly RandomRunOptions Shuffled = new() { InstancesFrom = [typeof(ShuffledRing).Assembly] };

    [Fact]
    public void Runs_of_a_right_model_pass_and_cover_every_event()
    {
        var report = RandomRuns.Check<RingProtocol>(Shuffled);

        Assert.Equal(200, report.Runs);
        Assert.Equal(["Accept", "Elect", "Setup"], report.Events.Keys.Order());
        Assert.True(report.Instances > 5, report.ToString());
    }

    [Fact]
    public void Runs_of_a_refinement_check_the_simulation() => Assert.True(RandomRuns.Check<LockProtocolRefinesMutex>().Steps > 0);

    [Fact]
    public void Runs_of_an_equality_check_both_directions() => Assert.True(RandomRuns.Check<RingSystemIsInterface>(new() { To = 3, Runs = 50 }).Steps > 0);

    [Theory]
    [InlineData("1,3")]
    [InlineData("2,5")]
    [InlineData("3,7")]
    [InlineData("4,9")]
    public void Failure_is_shrunk_to_the_smallest_world_and_a_run_of_few_events(string seed)
    {
        var failure = Assert.Throws<ModelFailureException>(() => RandomRuns.Check<GreedyRing>(Shuffled with { Replay = seed }));

        Assert.Matches(@"^GreedyRing on (Ring\(2\)|ShuffledRing\(2, \d+\)) fails", failure.Message);
        Assert.Contains("VIOLATED  GreedyRing.AtMostOneLeader  after 6 events", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,3")]
    [InlineData("2,5")]
    [InlineData("3,7")]
    public void Failure_of_a_simulation_names_the_abstract_event_that_is_not_enabled(string seed)
    {
        var failure = Assert.Throws<ModelFailureException>(() => RandomRuns.Check<GreedyRingRefinesElection>(new() { Replay = seed }));

        Assert.Contains("is not enabled in the abstract state  after 6 events", failure.Message, StringComparison.Ordinal);
        Assert.Matches(@"at GreedyRingRefinesElection\.Mediate in .*GreedyRing\.cs:line \d+$", failure.StackTrace!);
    }

    [Fact]
    public void Failure_prints_the_code_that_repeats_it()
    {
        var failure = Assert.Throws<ModelFailureException>(() => RandomRuns.Check<GreedyRing>());
        var seed = Literal().Match(failure.Message).Groups[1].Value;

        var again = Assert.Throws<ModelFailureException>(() => RandomRuns.Check<GreedyRing>(new() { Replay = seed }));

        Assert.Contains("fails in random run 1,", again.Message, StringComparison.Ordinal);
        Assert.Equal(RunOf(failure), RunOf(again));
    }

    [Fact]
    public void Replay_seed_that_is_malformed_is_refused() =>
        Assert.Throws<ArgumentException>(() => RandomRuns.Check<GreedyRing>(new() { Replay = "12" }));

    [Fact]
    public void Model_that_never_moves_fails_rather_than_pass_without_a_step() =>
        Assert.Contains("no event is enabled", Assert.Throws<ModelFailureException>(() => RandomRuns.Check<Idle>()).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void Shuffled_ring_is_a_ring(int size) =>
        Assert.All(Enumerable.Range(0, 20), seed => Assert.All(AxiomCheck.Check(new ShuffledRing(size, seed)), r => Assert.True(r.Holds, r.ToString())));

    private static string RunOf(ModelFailureException failure) => string.Join('\n', failure.Message.Split('\n').Where(line => line.StartsWith("   ", StringComparison.Ordinal)));

    [GeneratedRegex(@"RandomRuns\.Check<GreedyRing>\(new\(\) \{ Replay = ""([0-9,]+)"" \}\);")]
    private static partial Regex Literal();
}
