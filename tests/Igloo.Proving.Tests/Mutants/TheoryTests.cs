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

    [Fact]
    public void Proof_from_inconsistent_axioms_does_not_count()
    {
        var results = Verdicts.All(typeof(Nonsense));

        Assert.IsType<Verdict.Proved>(results.Single(r => r.Obligation.Name == "See keeps NothingIsSeen").Verdict);
        Assert.Equal("Proved assuming IContradiction.axioms, Nonsense.NothingIsSeen", results.Single(r => r.Obligation.Name == "See keeps NothingIsSeen").Summary);
    }
}
