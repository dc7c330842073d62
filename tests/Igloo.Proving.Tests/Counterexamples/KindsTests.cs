using Igloo.Proving.Counterexamples;
using Igloo.Proving.Tests.Counterexamples.Models;
using Igloo.Proving.Tests.Mutants;

namespace Igloo.Proving.Tests.Counterexamples;

/// <summary>Counterexamples to obligations that are not about invariants.</summary>
public sealed class KindsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("Initial states are related")]
    [InlineData("Switch is simulated in FlickeringLamp")]
    [InlineData("Switch has a name of its own in Lamp")]
    [InlineData("Dim has a name of its own in Lamp")]
    [InlineData("Dim is simulated in Lamp")]
    public void Equality_that_does_not_hold_replays_in_both_directions(string obligation)
    {
        var report = Refuted.Analyse<LampsAreEqual>(obligation);

        output.WriteLine(CounterexampleText.Of(report, full: true));
        Assert.Equal(ReplayStatus.Agreed, report.Replay);
        Assert.NotEqual(Classification.OurBug, report.Classification);
    }

    [Theory]
    [InlineData("Prints keeps its I/O")]
    [InlineData("Shreds keeps its I/O")]
    [InlineData("Forgets stays internal")]
    public void Refinement_of_a_component_with_other_io_replays(string obligation)
    {
        var report = Refuted.Analyse<ClerkWithOtherIo>(obligation);

        output.WriteLine(CounterexampleText.Of(report, full: true));
        Assert.Equal(ReplayStatus.Agreed, report.Replay);
        Assert.NotEqual(Classification.OurBug, report.Classification);
    }

    [Fact]
    public void Unrelated_states_after_a_step_show_the_relation()
    {
        var report = Refuted.Analyse<LampsAreEqual>("Initial states are related");

        Snapshot.Matches(CounterexampleText.Of(report), "InitialStates");
    }

    [Fact]
    public void Guard_that_reads_an_input_shows_both_inputs()
    {
        var report = Refuted.Analyse<PickyNode>("guard of Receive ignores its inputs");

        Assert.Equal(ReplayStatus.Agreed, report.Replay);
        Snapshot.Matches(CounterexampleText.Of(report), "GuardReadsInput");
    }

    [Fact]
    public void Counterexample_that_divides_by_zero_is_not_replayed_and_not_blamed_on_us()
    {
        var report = Refuted.Analyse<Purse>("Share keeps SomethingIsLeft");

        Assert.NotEqual(Classification.OurBug, report.Classification);
        Assert.NotEmpty(report.States);
        Assert.NotEmpty(report.Events);
    }

    [Fact]
    public void Undefined_operation_throws_when_replayed()
    {
        var report = Refuted.Analyse<Purse>("Share is well-defined");

        Assert.Equal(Classification.RealBug, report.Classification);
        Snapshot.Matches(CounterexampleText.Of(report), "Undefined");
    }

    [Fact]
    public void Lookup_behind_Implies_is_refuted_with_what_to_write_instead() =>
        Snapshot.Matches(CounterexampleText.Of(Refuted.Analyse<Lookups>("Positive is well-defined")), "LookupBehindImplies");
}
