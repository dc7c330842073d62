using Igloo.Proving.Counterexamples;

namespace Igloo.Proving.Tests.Mutants;

public sealed class TheoryTests
{
    [Fact]
    public void Inconsistent_axioms_are_found() =>
        Assert.Contains("everything would follow", Verdicts.Refuted(typeof(IContradiction), "IContradiction is satisfiable").Failure);

    [Fact]
    public void Axioms_with_small_worlds_only_are_found() => Verdicts.Refuted(typeof(ISmallWorld), "ISmallWorld is satisfiable");

    [Fact]
    public void Consistent_axioms_are_satisfiable() => Verdicts.Proved(typeof(INumbering), "INumbering is satisfiable");

    [Fact]
    public void Instance_that_satisfies_the_axioms_is_accepted_by_running_it()
    {
        var verdict = Assert.IsType<Verdict.Proved>(Verdicts.Of(typeof(INumbering), "Positions(1..3) satisfies INumbering"));

        Assert.Equal(EvidenceMethod.Execution, verdict.Evidence.Method);
    }

    [Fact]
    public void Instance_that_violates_an_axiom_is_refuted_with_the_values() =>
        Assert.Equal(
            "Halves(2) violates NumbersAreUnique(a = Thing { Index = 0 }, b = Thing { Index = 1 }).",
            Verdicts.Refuted(typeof(INumbering), "Halves(1..3) satisfies INumbering").Failure);

    // In a proof a domain is the whole sort, so quantifiers over two of them would mean one thing there and another in execution.
    [Fact]
    public void Instance_with_two_different_domains_of_one_sort_is_refuted()
    {
        Verdicts.Proved(typeof(ISides), "SameSides(1..3) satisfies ISides");

        Assert.StartsWith(
            "OwnSides(2): Left and Right are different domains of Thing, but in a proof each of them is all of it.",
            Verdicts.Refuted(typeof(ISides), "OwnSides(1..3) satisfies ISides").Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Proof_from_inconsistent_axioms_does_not_count()
    {
        var results = Verdicts.All(typeof(Nonsense));

        Assert.IsType<Verdict.Proved>(results.Single(r => r.Obligation.Name == "See keeps NothingIsSeen").Verdict);
        Assert.Equal("Proved assuming IContradiction.axioms, Nonsense.NothingIsSeen", results.Single(r => r.Obligation.Name == "See keeps NothingIsSeen").Summary);
    }

    [Fact]
    public void Lengths_and_counts_of_results_are_not_negative()
    {
        Verdicts.Proved(typeof(Traveller), "Go keeps NothingIsLost");
        Verdicts.Proved(typeof(Traveller), "Pack keeps NothingIsLost");
    }

    [Fact]
    public void Sequence_in_the_result_of_an_operation_is_decoded_as_it_was_found()
    {
        var report = CounterexampleAnalysis.Analyse(Verdicts.Refuted(typeof(Traveller), "Go keeps NobodyLeaves"));

        Assert.Equal(ReplayStatus.Agreed, report.Replay);
    }

    [Fact]
    public void Axiom_that_divides_by_what_may_be_zero_is_not_well_defined() => Verdicts.Refuted(typeof(IShares), "PartsFit is well-defined");

    [Fact]
    public void Axiom_may_rely_on_those_before_it() => Verdicts.Proved(typeof(IShares), "PartsAreHalves is well-defined");

    [Fact]
    public void Axioms_that_are_not_well_defined_support_no_proof() =>
        Assert.Equal([typeof(IShares)], Obligations.Of(typeof(IShares)).Where(o => o.Name == "PartsFit is well-defined").Select(o => o.Establishes!.Owner));
}
