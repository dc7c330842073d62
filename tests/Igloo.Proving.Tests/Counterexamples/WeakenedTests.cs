using System.Collections.Immutable;
using Igloo.Proving.Counterexamples;
using Igloo.Proving.Deciding;

namespace Igloo.Proving.Tests.Counterexamples;

/// <summary>
/// What the case studies prove stops being provable without an assumption: each such counterexample is a test of decoding and replay, and
/// none may be blamed on us.
/// </summary>
public sealed class WeakenedTests(ITestOutputHelper output)
{
    // Without these assumptions the compiled code is asked about what it does not claim.
    private static readonly string[] Dropped = ["the axiom", "the relation before", "whether the event is enabled", "the state before"];

    [Theory]
    [InlineData(typeof(LockServer.LockProtocol))]
    [InlineData(typeof(LockServer.LockProtocolRefinesMutex))]
    [InlineData(typeof(LockServer.Mutex))]
    [InlineData(typeof(LeaderElection.Model.Election))]
    [InlineData(typeof(LeaderElection.Model.RingProtocol))]
    [InlineData(typeof(LeaderElection.Model.RingProtocolRefinesElection))]
    [InlineData(typeof(LeaderElection.Model.RingInterface))]
    [InlineData(typeof(LeaderElection.Model.RingInterfaceRefinesProtocol))]
    public void Counterexamples_without_an_assumption_replay(Type model)
    {
        var reports = Weakened(model).ToImmutableArray();

        foreach (var group in reports.GroupBy(r => (r.Kind, r.Classification, r.Replay)))
        {
            output.WriteLine($"{group.Count(),4}  {group.Key}");
            if (group.Key.Replay != ReplayStatus.Agreed)
                foreach (var detail in group.Select(r => $"{r.Name}: {r.ReplayDetail} | {r.SolverVersion} | {r.CompiledVersion}").Distinct().Take(6)) output.WriteLine("        " + detail);
        }

        Assert.NotEmpty(reports);
        Assert.DoesNotContain(reports, r => r.Classification == Classification.OurBug);
    }

    private static IEnumerable<CounterexampleReport> Weakened(Type model)
    {
        var options = new ProverOptions { LargestWorld = 3, ResourceLimit = 300_000 };
        foreach (var obligation in Obligations.Of(model))
        {
            if (obligation.Subject != model || obligation.Statement is not Statement.Valid valid) continue;
            foreach (var hypothesis in valid.Hypotheses)
            {
                var weaker = new Obligation(
                    obligation.Id, obligation.Name, obligation.Subject, obligation.Kind, obligation.Source, valid with { Hypotheses = valid.Hypotheses.Remove(hypothesis) })
                {
                    Establishes = obligation.Establishes,
                };
                if (Prover.Decide(weaker, options, TestContext.Current.CancellationToken) is not Verdict.Refuted refuted) continue;
                var report = CounterexampleAnalysis.Analyse(refuted.Counterexample, new AnalysisOptions { ExplorationSteps = 2_000, LargestInstance = 2 });
                if (report.Replay == ReplayStatus.Disagreed && Dropped.Any(d => report.ReplayDetail.StartsWith(d, StringComparison.Ordinal))) continue;
                Assert.True(CounterexampleText.Of(report).Split('\n').Length <= CounterexampleText.MaxLines);
                yield return report;
            }
        }
    }
}
