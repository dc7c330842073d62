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
        Assert.Equal("An operation is used where it is not defined.", Verdicts.Refuted(typeof(Office), "Halve is well-defined").Failure);
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
    public void What_is_not_first_order_is_an_error_with_its_place_and_advice()
    {
        var error = Assert.Throws<UnsupportedModelException>(() => Obligations.Of(typeof(Counting)));

        Assert.EndsWith("Samples.cs", error.Span?.File);
        Assert.Contains("quorum theory", error.Explanation);
    }
}
