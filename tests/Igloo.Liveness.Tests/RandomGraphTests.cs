using FsCheck;
using FsCheck.Fluent;
using Igloo.Exploring;
using Igloo.Exploring.Liveness;
using Igloo.Liveness.Tests.Models;

namespace Igloo.Liveness.Tests;

/// <summary>Random small graphs against a check that tries every set of edges that a run may use for ever.</summary>
public sealed class RandomGraphTests
{
    private const int Places = 4;
    private const int Groups = 2;

    private static readonly Gen<Labelled.Event[]> Graphs =
        from count in Gen.Choose(0, 9)
        from edges in Edge().ArrayOf(count)
        select edges.Distinct().ToArray();

    [Fact]
    public void Verdicts_are_those_of_brute_force() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Arb.From(Graphs), edges =>
    {
        var report = LivenessCheck.Explore(new Labelled(), UniverseOf(edges));
        var oracle = new EdgeSets(edges, Places);
        AssertAgrees(report[nameof(Labelled.Visits)], Enumerable.Range(0, Places).Any(place => oracle.HasRunAvoiding(0, place)));
        AssertAgrees(report[nameof(Labelled.Answers)], Enumerable.Range(0, Places).Any(place => oracle.IsReachable(place) && oracle.HasRunAvoiding(place, 2)));
    }));

    [Fact]
    public void Verdicts_do_not_depend_on_the_order_of_events() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Arb.From(Graphs), edges =>
    {
        var there = LivenessCheck.Explore(new Labelled(), UniverseOf(edges));
        var back = LivenessCheck.Explore(new Labelled(), UniverseOf([.. edges.Reverse()]));
        Assert.Equal(there.Results.Select(Kind), back.Results.Select(Kind));
        Assert.Equal(there.Results.Select(StemLength), back.Results.Select(StemLength));
    }));

    [Fact]
    public void Cut_exploration_never_says_what_the_whole_one_denies() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Arb.From(Graphs), edges =>
    {
        var whole = LivenessCheck.Explore(new Labelled(), UniverseOf(edges));
        for (var most = 1; most <= Places; most++)
        {
            foreach (var (cut, full) in LivenessCheck.Explore(new Labelled(), UniverseOf(edges), new() { MaxStates = most }).Results.Zip(whole.Results))
            {
                Assert.True(cut.Verdict is LivenessVerdict.Unknown || Kind(cut) == Kind(full), $"{most} states: {cut}\nall: {full}");
            }
        }
    }));

    [Fact]
    public void Claim_about_values_that_are_not_listed_is_not_decided()
    {
        Labelled.Event[] edges = [new Labelled.Event.Weak(0, 1, 0), new Labelled.Event.Weak(1, 2, 0)];

        var listed = LivenessCheck.Explore(new Labelled(), UniverseOf(edges));
        var guessed = LivenessCheck.Explore(new Labelled(), Universe.Of(Places).With(edges));

        Assert.IsType<LivenessVerdict.Holds>(listed[nameof(Labelled.Answers)]);
        Assert.Contains("the property quantifies over all place of type int", Assert.IsType<LivenessVerdict.Unknown>(guessed[nameof(Labelled.Answers)]).ToString(), StringComparison.Ordinal);
    }

    private static Gen<Labelled.Event> Edge() =>
        from kind in Gen.Choose(0, 2)
        from start in Gen.Choose(0, Places - 1)
        from end in Gen.Choose(0, Places - 1)
        from label in Gen.Choose(0, Groups - 1)
        select kind switch
        {
            0 => (Labelled.Event)new Labelled.Event.Free(start, end),
            1 => new Labelled.Event.Weak(start, end, label),
            _ => new Labelled.Event.Strong(start, end, label),
        };

    private static Universe UniverseOf(IEnumerable<Labelled.Event> edges) => Universe.Of(Places).With(edges).With(Enumerable.Range(0, Places));

    private static void AssertAgrees(LivenessVerdict verdict, bool isRefuted)
    {
        Assert.Equal(isRefuted, verdict is LivenessVerdict.Refuted);
        Assert.Equal(!isRefuted, verdict is LivenessVerdict.Holds);
        if (verdict is LivenessVerdict.Refuted refuted) Assert.True(refuted.Lasso.IsRunOf(new Labelled()));
    }

    private static Type Kind(LivenessResult result) => result.Verdict.GetType();

    private static int StemLength(LivenessResult result) => result.Verdict is LivenessVerdict.Refuted refuted ? refuted.Lasso.Stem.Length : -1;
}
