using Igloo.Proving.Counterexamples;
using Igloo.Proving.Counterexamples.Decoding;
using Igloo.Proving.Counterexamples.Replaying;
using Igloo.Proving.Symbolic;
using Igloo.Proving.Tests.Counterexamples.Models;

namespace Igloo.Proving.Tests.Counterexamples;

/// <summary>The collections of a counterexample are no larger than it needs.</summary>
public sealed class ShortnessTests
{
    [Fact]
    public void Sequence_of_a_counterexample_is_the_shortest_that_fails()
    {
        var report = Refuted.Analyse<PushyQueue>("Enter keeps NobodyInsideWaits");

        Assert.Equal(Classification.RealBug, report.Classification);
        Snapshot.Matches(CounterexampleText.Of(report), "ShortestSequence");
    }

    [Fact]
    public void Sequences_and_bags_that_do_not_matter_are_empty()
    {
        var before = BeforeOf<Warehouse>("Order keeps FewOrders");

        Assert.Empty(before.Parcels);
        Assert.Equal(3, before.Orders[new Client(0)].Count);
    }

    // The solver is free to put infinitely many letters into the set: nothing says what else is in it.
    [Fact]
    public void Sets_over_integers_are_finite_and_replayed()
    {
        var report = Refuted.Analyse<Batons>("Accept keeps OneHolder");

        Assert.Equal(ReplayStatus.Agreed, report.Replay);
        Snapshot.Matches(CounterexampleText.Of(report), "FiniteSets");
    }

    [Fact]
    public void World_that_grows_without_end_is_not_followed_far()
    {
        var report = Refuted.Analyse<Batons>("Accept keeps OneHolder");

        Assert.InRange(report.Explored.Sum(e => e.States), 1, AnalysisOptions.Default.ExplorationStates);
        Assert.True(report.Explored.Count(e => e.Instance.StartsWith("size", StringComparison.Ordinal)) > 1, string.Join("; ", report.Explored));
    }

    private static Warehouse.State BeforeOf<TModel>(string obligation)
    {
        var counterexample = Refuted.Find<TModel>(obligation);
        var world = new World(counterexample.Scene, counterexample.Model!, (_, _, _) => throw new InvalidOperationException("There is no theory."));
        return Assert.IsType<Warehouse.State>(new DecodedScene(world)[SceneRole.Before]);
    }
}
