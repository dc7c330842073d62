using System.Text.Json;
using Igloo.Proving.Counterexamples;
using Igloo.Proving.Logic;
using Igloo.Proving.Symbolic;
using Igloo.Proving.Tests.Counterexamples.Models;

namespace Igloo.Proving.Tests.Counterexamples;

/// <summary>What is not known is said, and what is our fault is never the user's.</summary>
public sealed class HonestyTests
{
    private static Counterexample With(Counterexample counterexample, SceneRole role, Func<SymbolicValue, SymbolicValue> change) => counterexample with
    {
        Scene = counterexample.Scene with { Entries = [.. counterexample.Scene.Entries.Select(e => e.Role == role ? e with { Value = change(e.Value) } : e)] },
    };

    [Fact]
    public void Wrong_translation_of_the_update_is_our_bug_with_both_versions()
    {
        var counterexample = Refuted.Find<LeakyLock>("Take keeps AtMostOneHolder");
        var before = counterexample.Scene.Find(SceneRole.Before)!.Value;

        var report = CounterexampleAnalysis.Analyse(With(counterexample, SceneRole.After, _ => new SymbolicValue.Optional(Fol.True, before)));

        Assert.Equal(Classification.OurBug, report.Classification);
        Assert.NotNull(report.SolverVersion);
        Assert.NotEqual(report.SolverVersion, report.CompiledVersion);
        Snapshot.Matches(CounterexampleText.Of(report), "WrongTranslation");
    }

    [Fact]
    public void Wrong_translation_of_the_guard_is_our_bug()
    {
        var counterexample = Refuted.Find<WeakLock>("Take keeps AtMostOneHolder");

        var report = CounterexampleAnalysis.Analyse(With(counterexample, SceneRole.After, _ => SymbolicValue.Optional.None));

        Assert.Equal(Classification.OurBug, report.Classification);
    }

    [Fact]
    public void Wrong_translation_of_the_property_is_our_bug()
    {
        var counterexample = Refuted.Find<LeakyLock>("Take keeps AtMostOneHolder");
        var other = counterexample.Scene.Entries.First(e => e.Role == SceneRole.Parameter).Value;

        // The same client twice does not violate the invariant.
        var report = CounterexampleAnalysis.Analyse(With(counterexample, SceneRole.Parameter, _ => other));

        Assert.Equal(Classification.OurBug, report.Classification);
    }

    [Fact]
    public void Infinite_set_is_not_replayed()
    {
        var counterexample = Refuted.Find<Numbers>("Take keeps NothingTaken");
        var everything = new SymbolicValue.SetValue(typeof(int), _ => Fol.True);
        var report = CounterexampleAnalysis.Analyse(With(
            counterexample, SceneRole.Before, s => s is SymbolicValue.Record r ? new SymbolicValue.Record(r.Type, r.Names, r.Values.SetItem(0, everything)) : s));

        Assert.Equal(ReplayStatus.NotPossible, report.Replay);
        Assert.Contains("infinite", report.ReplayDetail, StringComparison.Ordinal);
        Assert.Contains("infinitely many", CounterexampleText.Of(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Set_of_texts_is_refuted_and_not_replayed()
    {
        var report = CounterexampleAnalysis.Analyse(Refuted.Find<Guestbook>("Sign keeps NobodyIsKnown"));

        Assert.Equal((Classification.Undecided, ReplayStatus.NotPossible), (report.Classification, report.Replay));
        Assert.Contains("A collection ranges over String", report.ReplayDetail, StringComparison.Ordinal);
    }

    [Fact]
    public void State_without_counterpart_in_CSharp_is_undecided()
    {
        var counterexample = Refuted.Find<Purse>("Share keeps SomethingIsLeft");
        var huge = new SymbolicValue.Scalar(Fol.Integer(3_000_000_000));

        var report = CounterexampleAnalysis.Analyse(With(
            counterexample, SceneRole.Before, s => s is SymbolicValue.Record r ? new SymbolicValue.Record(r.Type, r.Names, [huge]) : s));

        Assert.Equal(Classification.Undecided, report.Classification);
        Assert.Equal(ReplayStatus.NotPossible, report.Replay);
    }

    [Fact]
    public void Analysis_gives_the_same_report_every_time()
    {
        var first = Refuted.Analyse<ForgetfulRing>("Accept keeps PassedOnlySmaller");
        var second = Refuted.Analyse<ForgetfulRing>("Accept keeps PassedOnlySmaller");

        Assert.Equal(CounterexampleText.Of(first, full: true), CounterexampleText.Of(second, full: true));
        Assert.Equal(first.Id, second.Id);
    }

    [Fact]
    public void Report_survives_json()
    {
        var report = Refuted.Analyse<ForgetfulRing>("Accept keeps PassedOnlySmaller");

        var back = JsonSerializer.Deserialize<CounterexampleReport>(JsonSerializer.Serialize(report));

        Assert.Equal(CounterexampleText.Of(report, full: true), CounterexampleText.Of(back!, full: true));
    }

    [Fact]
    public void Text_has_at_most_twenty_five_lines_and_ends_in_a_place()
    {
        var text = CounterexampleText.Of(Refuted.Analyse<ForgetfulRing>("Accept keeps PassedOnlySmaller")).Split('\n');

        Assert.InRange(text.Length, 1, CounterexampleText.MaxLines);
        Assert.Matches(@"^     at ForgetfulRing\.PassedOnlySmaller in .*ForgetfulRing\.cs:line \d+$", text[^1]);
    }

    [Fact]
    public void Small_budget_is_reported_as_incomplete()
    {
        var counterexample = Refuted.Find<WeakLock>("Take keeps AtMostOneHolder");

        var report = CounterexampleAnalysis.Analyse(counterexample, new AnalysisOptions { ExplorationSteps = 1, LargestInstance = 1 });

        Assert.Equal(Classification.MissingInvariant, report.Classification);
        Assert.DoesNotContain(report.Explored, e => e.Instance == "size 4");
    }
}
