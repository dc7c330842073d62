using Igloo.Proving.Counterexamples;
using Igloo.Proving.Tests.Counterexamples.Models;

namespace Igloo.Proving.Tests.Counterexamples;

public sealed class ClassificationTests
{
    [Fact]
    public void Dropped_guard_is_a_real_bug_with_the_run_that_shows_it()
    {
        var report = Refuted.Analyse<LeakyLock>("Take keeps AtMostOneHolder");

        Assert.Equal(Classification.RealBug, report.Classification);
        Assert.Equal(ReplayStatus.Agreed, report.Replay);
        Snapshot.Matches(CounterexampleText.Of(report), "DroppedGuard");
    }

    [Fact]
    public void Dropped_guard_of_the_ring_ends_in_a_second_leader()
    {
        var report = Refuted.Analyse<ForgetfulRing>("Accept keeps PassedOnlySmaller");

        Assert.Equal(Classification.RealBug, report.Classification);
        Snapshot.Matches(CounterexampleText.Of(report), "ForgetfulRing");
    }

    [Fact]
    public void State_that_is_never_reached_asks_for_an_invariant()
    {
        var report = Refuted.Analyse<WeakLock>("Take keeps AtMostOneHolder");

        Assert.Equal(Classification.MissingInvariant, report.Classification);
        Snapshot.Matches(CounterexampleText.Of(report), "MissingInvariant");
    }

    [Fact]
    public void World_unlike_every_shipped_instance_asks_for_an_axiom()
    {
        var report = Refuted.Analyse<Succession>("Win keeps NobodyComesBack");

        Assert.Equal(Classification.MissingAxiom, report.Classification);
        Snapshot.Matches(CounterexampleText.Of(report), "MissingAxiom");
    }

    [Fact]
    public void Refused_abstract_event_names_the_guard_that_refuses()
    {
        var report = Refuted.Analyse<LeakyLockRefinesMutex>("Take is simulated");

        Assert.Equal(Classification.RealBug, report.Classification);
        Snapshot.Matches(CounterexampleText.Of(report), "RefusedAbstractEvent");
    }

    [Fact]
    public void Event_that_can_never_happen_is_impossible()
    {
        var report = Refuted.Analyse<CarelessMutex>("Repair can happen");

        Assert.Equal(Classification.Impossible, report.Classification);
        Snapshot.Matches(CounterexampleText.Of(report), "VacuousEvent");
    }

    [Fact]
    public void Violated_trace_property_shows_the_past()
    {
        var report = Refuted.Analyse<CarelessMutex>("Release satisfies ReleasesWhatWasAcquired");

        Assert.Equal(Classification.RealBug, report.Classification);
        Snapshot.Matches(CounterexampleText.Of(report), "TraceProperty");
    }

    [Fact]
    public void World_without_end_is_undecided_within_the_states_that_are_allowed()
    {
        var report = Refuted.Analyse<Ledger>("Close keeps StaysOpen");

        Assert.Equal(Classification.Undecided, report.Classification);
        Assert.InRange(report.Explored.Sum(e => e.States), 1, 2 * AnalysisOptions.Default.ExplorationStates);
        Snapshot.Matches(CounterexampleText.Of(report), "CutSearch");
    }

    [Fact]
    public void Theory_without_instances_leaves_the_question_undecided_and_says_what_is_missing()
    {
        var report = Refuted.Analyse<Relay>("HandOver keeps OneHolder");

        Assert.Equal(Classification.Undecided, report.Classification);
        Snapshot.Matches(CounterexampleText.Of(report), "NoInstances");
    }
}
