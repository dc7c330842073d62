using FsCheck;
using FsCheck.Fluent;
using Igloo.Exploring;
using Igloo.Exploring.Reducing;
using Igloo.Reducing.Tests.Models;

namespace Igloo.Reducing.Tests;

/// <summary>Random symmetric models, explored in full and reduced.</summary>
public sealed class SymmetricModelTests
{
    private const int People = 3;
    private const int MostStates = 3000;

    private static readonly Gen<Custom[]> Customs =
        from count in Gen.Choose(1, 5)
        from customs in Custom().ArrayOf(count)
        select customs.Distinct().ToArray();

    [Fact]
    public void Reduction_by_symmetry_keeps_every_verdict() => ForAllCrowds(300, (universe, full) =>
    {
        var reduced = ReducedExplorer.Explore(new Crowd(), universe, Reductions.Symmetry);
        Verdicts.AssertSame(full, reduced);
        Assert.Empty(reduced.NotDecided);
    });

    [Fact]
    public void Reduction_by_symmetry_visits_one_state_of_each_orbit() => ForAllCrowds(300, (universe, full) =>
    {
        var orbits = new HashSet<string>();
        Explorer.FindState(new Crowd(), universe, state =>
        {
            orbits.Add(Permutations().Select(p => Permuted((Crowd.State)state, p).ToString()).Min(StringComparer.Ordinal)!);
            return false;
        });
        Assert.Equal(orbits.Count, ReducedExplorer.Explore(new Crowd(), universe, Reductions.Symmetry).States);
    });

    [Fact]
    public void Both_reductions_together_keep_every_verdict() => ForAllCrowds(150, (universe, full) =>
        Verdicts.AssertSame(full, ReducedExplorer.Explore(new Crowd(), universe, Reductions.Both)));

    [Fact]
    public void Ballot_of_many_has_a_state_for_each_number_of_votes()
    {
        var table = new Table(7);
        var reduced = ReducedExplorer.Explore(new Ballot(table), Universe.Of(7, table), Reductions.Symmetry);

        Assert.True(reduced.Holds);
        Assert.Equal(8 + 4, reduced.States);
        Assert.Equal(128 + 64, Explorer.Explore(new Ballot(table), Universe.Of(7, table)).States);
    }

    private static void ForAllCrowds(int count, Action<Universe, Exploration> check)
    {
        var checkedCrowds = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(count), Prop.ForAll(Arb.From(Customs), customs =>
        {
            var universe = Crowd.UniverseOf(People, customs);
            var full = Explorer.Explore(new Crowd(), universe, new() { MaxStates = MostStates });
            if (!full.IsComplete) return;
            check(universe, full);
            checkedCrowds++;
        }));
        Assert.True(checkedCrowds > count / 2, $"only {checkedCrowds} of {count} crowds were small enough to check");
    }

    private static Gen<Custom> Custom() =>
        from deed in Gen.Elements(Enum.GetValues<Deed>())
        from mood in Gen.Choose(0, 2)
        from next in Gen.Choose(0, 2)
        select new Custom(deed, mood, next);

    private static IEnumerable<int[]> Permutations() => [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

    private static Crowd.State Permuted(Crowd.State s, int[] p)
    {
        Person To(Person x) => new(p[x.Index]);
        return new Crowd.State(
            s.Moods.Exceptions.Aggregate(Map<Person, int>.Constant(s.Moods.Default), (map, e) => map.Set(To(e.Key), e.Value)),
            s.Marked.Aggregate(Set<Person>.Empty, (set, x) => set.Add(To(x))),
            s.Holder is { } holder ? To(holder) : null,
            s.Line.Aggregate(Seq<Person>.Empty, (line, x) => line.Append(To(x))),
            s.Known.Aggregate(Set<Friends>.Empty, (set, f) => set.Add(new Friends(To(f.Of), To(f.With)))));
    }
}
