using Igloo.Proving.Symbolic;

namespace Igloo.Proving.Tests.Systems;

public sealed class SampleTests
{
    [Theory]
    [InlineData("Draw keeps TicketsAreSmaller")]
    [InlineData("Call keeps TicketsAreSmaller")]
    [InlineData("Draw keeps TicketsAreSorted")]
    [InlineData("Call keeps TicketsAreSorted")]
    [InlineData("Draw keeps VisitorsAreKnown")]
    [InlineData("Draw keeps VisitsOnce")]
    [InlineData("Serve keeps NobodyIsGone")]
    [InlineData("Draw keeps LastIsKnown")]
    [InlineData("Draw keeps PastDraws")]
    [InlineData("Serve keeps PastServes")]
    [InlineData("Draw satisfies DrawingGrows")]
    [InlineData("Serve satisfies NothingShrinks")]
    [InlineData("Draw satisfies DrawsOnce")]
    [InlineData("Serve satisfies ServesOnce")]
    public void True_statement_about_queues_bags_maps_and_the_past_is_proved(string name) => Verdicts.Proved(typeof(Office), name);

    [Theory]
    [InlineData("Halve keeps TicketsAreSmaller")]
    [InlineData("Halve satisfies NothingShrinks")]
    [InlineData("Call satisfies CallsOnce")]
    public void False_statement_is_refuted(string name) => Verdicts.Refuted(typeof(Office), name);

    [Fact]
    public void Partial_operation_without_a_guard_is_refuted_at_its_place()
    {
        Assert.Contains("s.Queue.First", Verdicts.Refuted(typeof(Office), "CallBlindly is well-defined").Conjunct?.Source?.Text);
        Assert.Matches(@"^s\.Next / .*the divisor may be 0\.$", Verdicts.Refuted(typeof(Office), "Halve is well-defined").Failure);
    }

    [Theory]
    [InlineData("Call is well-defined")]
    [InlineData("Serve is well-defined")]
    [InlineData("PastServes is well-defined")]
    public void Partial_operation_after_its_guard_is_defined(string name) =>
        Assert.All(
            Obligations.Of(typeof(Office)).Where(o => o.Name == name),
            o => Assert.IsType<Verdict.Proved>(Prover.Decide(o, cancellation: TestContext.Current.CancellationToken)));

    [Fact]
    public void Each_of_several_initial_states_is_checked()
    {
        Verdicts.Proved(typeof(Dice), "Initial state satisfies ShowsEyes");
        Verdicts.Refuted(typeof(Dice), "Initial state satisfies IsNeverSix");
        Verdicts.Proved(typeof(Dice), "Turn keeps ShowsEyes");
    }

    [Fact]
    public void Witness_chooses_the_abstract_initial_state()
    {
        Verdicts.Proved(typeof(DiceIsCoin), "Initial states are related");
        Verdicts.Refuted(typeof(DiceIsHeads), "Initial states are related");
        Verdicts.Proved(typeof(DiceIsCoin), "Turn is simulated");
    }

    [Fact]
    public void What_is_not_first_order_is_unknown_with_its_place_and_advice()
    {
        var row = Assert.Single(Obligations.Of(typeof(Gathering)));

        Assert.Equal(ObligationKind.Encoding, row.Kind);
        Assert.Equal("Samples.cs:148", row.Source.ToString());
        var unknown = Assert.IsType<Verdict.Unknown>(Prover.Decide(row, cancellation: TestContext.Current.CancellationToken));
        Assert.Contains("Quantify over its elements", unknown.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_that_is_not_first_order_leaves_the_others_as_they_are()
    {
        var rows = Obligations.Of(typeof(Gathering).Assembly);

        Assert.Single(rows, o => o.Kind == ObligationKind.Encoding && o.Subject == typeof(Gathering));
        Assert.Contains(rows, o => o.Subject == typeof(DiceIsCoin));
    }
}
