using Igloo.Proving.Counterexamples;
using Igloo.Proving.Tests.Mutants;

namespace Igloo.Proving.Tests;

/// <summary>Total maps of which every key is set: execution still tells them apart by their defaults, and so must proofs.</summary>
public sealed class FullMapTests
{
    [Fact]
    public void Guard_of_different_maps_is_true_in_execution_when_only_defaults_differ()
    {
        var switches = new FullSwitches();
        var cells = new FullCells(new Cells(2));

        Assert.True(switches.Next(switches.Initial, new FullSwitches.Event.Open())!.IsOpen);
        Assert.True(cells.Next(cells.Initial, new FullCells.Event.Open())!.IsOpen);
    }

    [Theory]
    [InlineData(typeof(FullSwitches))]
    [InlineData(typeof(FullCells))]
    public void Guard_of_different_maps_is_not_excluded_by_agreement_at_every_key(Type system)
    {
        var results = Verdicts.All(system);
        var refuted = (Verdict.Refuted)results.Single(r => r.Obligation.Name == "Open keeps NeverOpens").Verdict;

        Assert.All(results.Where(r => r.Obligation.Name.Contains("AgreeAtEveryKey", StringComparison.Ordinal)), r => Assert.IsType<Verdict.Proved>(r.Verdict));
        var report = CounterexampleAnalysis.Analyse(refuted.Counterexample, new AnalysisOptions());
        Assert.Equal(ReplayStatus.Agreed, report.Replay);
        Assert.Contains(report.States.SelectMany(s => s.Fields), f => f.Text.Contains("else", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Least keeps NeverLeast")]
    [InlineData("Other keeps NeverOther")]
    public void Compiled_ToMap_takes_the_default_that_the_solver_chose(string obligation)
    {
        var report = CounterexampleAnalysis.Analyse(Verdicts.Refuted(typeof(LeastCells), obligation));

        Assert.Equal(ReplayStatus.Agreed, report.Replay);
        Assert.Equal(Classification.RealBug, report.Classification);
    }

    [Fact]
    public void Counterexample_is_no_real_bug_when_the_reachable_state_has_other_defaults()
    {
        var report = CounterexampleAnalysis.Analyse(Verdicts.Refuted(typeof(AlikeSwitches), "Open keeps NeverOpens"));

        Assert.Equal(ReplayStatus.Agreed, report.Replay);
        Assert.Equal(Classification.Undecided, report.Classification);
        Assert.Contains(report.Reasons, r => r.Contains("other defaults", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(typeof(CellsComparedByKey), "Open")]
    [InlineData(typeof(EqualCells), "Open")]
    public void Guard_that_compares_keys_or_maps_made_alike_keeps_the_invariant(Type system, string unreachable)
    {
        var results = Verdicts.All(system);

        Assert.All(results.Where(r => r.Obligation.Kind is ObligationKind.Initial or ObligationKind.Consecution), r => Assert.True(r.Holds, $"{r.Obligation.Name}: {r.Summary}"));
        Assert.Equal([unreachable + " can happen"], results.Where(r => !r.Holds).Select(r => r.Obligation.Name));
    }
}
