using Igloo.Proving.Counterexamples;

namespace Igloo.Proving.Tests.Systems;

/// <summary>Two statements of one name are two obligations: what is dropped would be assumed and never proved.</summary>
public sealed class NamesakesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(typeof(OverloadedStatements), "Initial state satisfies IsInRange", 2, 0)]
    [InlineData(typeof(OverloadedStatements), "Step keeps IsInRange", 2, 1)]
    [InlineData(typeof(OverloadedLemmas), "Follows follows", 2, 1)]
    [InlineData(typeof(OverloadedStatements), "Step satisfies Grows", 2, 1)]
    [InlineData(typeof(OverloadedStatements), "Step satisfies IsFirst", 2, 1)]
    [InlineData(typeof(StatementNamedAsEvent), "Halve is well-defined", 2, 1)]
    [InlineData(typeof(ReceptionWithNamesakes), "Asks has a partner", 2, 1)]
    public void Statements_of_one_name_are_each_decided_and_the_wrong_one_is_refuted(Type model, string name, int expected, int refuted)
    {
        var results = Verdicts.All(model).Where(r => r.Obligation.Subject == model && (r.Obligation.Name == name || r.Obligation.Name.StartsWith($"{name} (", StringComparison.Ordinal))).ToArray();

        Assert.Equal(expected, results.Length);
        Assert.Equal(expected, results.Select(r => r.Obligation.Name).Distinct().Count());
        Assert.Equal(refuted, results.Count(r => r.Verdict is Verdict.Refuted));
        Assert.Equal(expected - refuted, results.Count(r => r.Verdict is Verdict.Proved));
    }

    [Fact]
    public void Statements_whose_names_are_joined_alike_are_each_decided()
    {
        var results = Verdicts.All(typeof(NamesJoinedAlike));

        Assert.IsType<Verdict.Proved>(results.Single(r => r.Obligation.Name == "A keeps B_keeps_C").Verdict);
        Assert.IsType<Verdict.Refuted>(results.Single(r => r.Obligation.Name == "A_keeps_B keeps C").Verdict);
    }

    [Theory]
    [InlineData(typeof(OverloadedStatements))]
    [InlineData(typeof(StatementNamedAsEvent))]
    [InlineData(typeof(NamesJoinedAlike))]
    [InlineData(typeof(ReceptionWithNamesakes))]
    public void Identities_are_unique_and_the_same_each_time(Type model)
    {
        var ids = Obligations.Of(model).Select(o => o.Id).ToArray();

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(ids, Obligations.Of(model).Select(o => o.Id));
    }

    [Fact]
    public void Obligations_of_an_assembly_have_unique_identities()
    {
        var ids = Obligations.Of(typeof(NamesakesTests).Assembly).Select(o => o.Id).ToArray();

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.True(ids.Length > 500, $"{ids.Length}");
    }

    [Theory]
    [InlineData("Up is simulated")]
    [InlineData("Down is simulated")]
    public void Overload_of_a_part_of_a_refinement_is_not_taken_for_it(string name) => Verdicts.Refuted(typeof(OverloadedParts), name);

    [Fact]
    public void Counterexample_to_an_overload_is_replayed_on_that_overload()
    {
        var obligation = Obligations.Of(typeof(OverloadedStatements)).Single(o => o.Name == "Step keeps IsInRange (2)");
        var report = CounterexampleAnalysis.Analyse(Assert.IsType<Verdict.Refuted>(Prover.Decide(obligation, cancellation: Cancellation)).Counterexample);

        Assert.Equal(ReplayStatus.Agreed, report.Replay);
    }
}
