using Igloo.Proving.Symbolic;

namespace Igloo.Proving.Tests.Mutants;

public sealed class LockMutantTests
{
    [Fact]
    public void Dropped_guard_breaks_the_invariants_that_need_it() =>
        Assert.Equal(["Grant keeps GrantExcludesTheRest", "Grant keeps OneGrant"], Verdicts.Failing(typeof(LockWithDroppedGuard)));

    [Fact]
    public void Missing_invariant_shows_where_it_is_needed()
    {
        var failing = Verdicts.Failing(typeof(LockWithMissingInvariant));

        Assert.Contains("Take keeps AtMostOneHolder", failing);
        Assert.DoesNotContain("Grant keeps AtMostOneHolder", failing);
    }

    [Fact]
    public void Proof_that_assumes_a_broken_invariant_does_not_count()
    {
        var result = Verdicts.All(typeof(LockWithDroppedGuard)).Single(r => r.Obligation.Name == "Take keeps AtMostOneHolder");

        Assert.IsType<Verdict.Proved>(result.Verdict);
        Assert.False(result.Holds);
        Assert.Contains("LockWithDroppedGuard.OneGrant", result.Summary);
    }

    [Fact]
    public void Counterexample_is_in_the_smallest_world_and_names_the_clause()
    {
        var counterexample = Verdicts.Refuted(typeof(LockWithDroppedGuard), "Grant keeps OneGrant");

        Assert.Equal([2], counterexample.WorldSize.Select(w => w.Size));
        Assert.True(counterexample.IsSmallest);
        Assert.Equal("a == b", counterexample.Conjunct?.Source?.Text);
        Assert.NotNull(counterexample.Scene.Find(SceneRole.Before));
        Assert.NotNull(counterexample.Scene.Find(SceneRole.After));
        Assert.False(counterexample.Model!.Holds(counterexample.Goal!));
    }

    [Fact]
    public void Event_that_never_happens_is_red()
    {
        Assert.Contains("enabled in no state", Verdicts.Refuted(typeof(LockWithVacuousEvent), "Release can happen").Failure);
        Assert.Contains("enabled in no state", Verdicts.Refuted(typeof(LockWithVacuousEvent), "Return can happen").Failure);
        Verdicts.Proved(typeof(LockWithVacuousEvent), "Take can happen");
    }

    [Fact]
    public void Implication_that_assumes_the_impossible_is_red()
    {
        Assert.Null(Verdicts.Refuted(typeof(LockWithVacuousEvent), "what SaysNothing assumes is possible").Model);
        Verdicts.Proved(typeof(LockWithVacuousEvent), "what OneGrant assumes is possible");
    }

    [Fact]
    public void Lemma_is_proved_from_the_invariants_alone()
    {
        Verdicts.Proved(typeof(LockWithVacuousEvent), "HoldersAreAlone follows");
        Verdicts.Refuted(typeof(LockWithVacuousEvent), "IsNoLemma follows");
    }

    [Fact]
    public void Event_mapped_to_skip_is_refuted_where_it_changes_what_is_related()
    {
        Verdicts.Refuted(typeof(LockWithSkippedTake), "Take is simulated");
        Verdicts.Proved(typeof(LockWithSkippedTake), "Grant is simulated");
    }

    [Fact]
    public void Event_without_a_preimage_is_red_where_a_trace_property_speaks_of_it()
    {
        Verdicts.Refuted(typeof(LockWithSkippedTake), "Acquire has a preimage");
        Verdicts.Proved(typeof(LockWithSkippedTake), "Release has a preimage");
    }

    [Fact]
    public void Abstract_event_that_is_not_enabled_is_refuted_at_its_guard()
    {
        var counterexample = Verdicts.Refuted(typeof(LockWithWeakRelation), "Release is simulated");

        Assert.Equal("The abstract event is not enabled.", counterexample.Failure);
        Assert.Equal("s.Holder == c", counterexample.Conjunct?.Source?.Text);
    }
}
