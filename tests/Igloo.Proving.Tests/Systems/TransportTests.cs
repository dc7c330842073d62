using Igloo.Proving.Counterexamples;
using Igloo.Proving.Symbolic;

namespace Igloo.Proving.Tests.Systems;

public sealed class TransportTests
{
    [Theory]
    [InlineData("StepsAlone of Porch follows at Step from EntersAlone of Door")]
    [InlineData("AnythingIsAlone of Porch follows at Step from EntersAlone of Door")]
    [InlineData("AnythingIsAlone of Porch follows at Ring from EntersAlone of Door")]
    public void Property_that_follows_from_the_one_above_is_proved(string name) => Verdicts.Proved(typeof(PorchRefinesDoor), name);

    [Theory]
    [InlineData("HasOneHost of Porch follows at Step from EntersAlone of Door")]
    [InlineData("RingsAlone of Porch follows at Ring from EntersAlone of Door")]
    public void Property_that_does_not_follow_is_refuted_and_reported(string name)
    {
        var report = CounterexampleAnalysis.Analyse(Verdicts.Refuted(typeof(PorchRefinesDoor), name));

        Assert.Equal(Classification.Undecided, report.Classification);
        Assert.Contains("the trace violates the property", CounterexampleText.Of(report));
    }

    [Fact]
    public void Property_follows_without_invariants_only_where_that_is_claimed()
    {
        var names = Obligations.Of(typeof(Porch)).Where(o => o.Subject == typeof(Porch)).Select(o => o.Name).ToList();

        Assert.Contains("Step satisfies StepsAloneByInvariants", names);
        Assert.DoesNotContain("Step satisfies StepsAlone", names);
        Verdicts.Refuted(typeof(Porch), "Step satisfies StepsAloneByInvariants");
    }

    [Fact]
    public void Claim_is_worth_as_much_as_the_property_above()
    {
        var results = Verdicts.All(typeof(Porch));

        Assert.Empty(results.Single(r => r.Obligation.Name.StartsWith("StepsAlone of Porch", StringComparison.Ordinal)).UnresolvedPremises);
        var hollow = results.Single(r => r.Obligation.Name.StartsWith("OthersStep of Porch", StringComparison.Ordinal));
        Assert.IsType<Verdict.Proved>(hollow.Verdict);
        Assert.Equal([new Premise(typeof(Door), nameof(Door.OthersEnter))], hollow.UnresolvedPremises);
    }

    [Theory]
    [InlineData(typeof(Circle), "circle of refinements")]
    [InlineData(typeof(CircleRefinesCircle), "circle of refinements")]
    [InlineData(typeof(Hatch), "speaks of the state of Door")]
    [InlineData(typeof(Window), "which is about Porch")]
    public void Claim_without_meaning_proves_nothing_of_the_model(Type model, string message)
    {
        var row = Assert.Single(Verdicts.All(model), r => r.Obligation.Subject == model);

        Assert.Contains(message, Assert.IsType<Verdict.Unknown>(row.Verdict).Reason, StringComparison.Ordinal);
    }
}
