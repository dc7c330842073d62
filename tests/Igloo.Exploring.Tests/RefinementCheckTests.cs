using Igloo.Exploring.Tests.Models;
using LeaderElection.Model;
using LockServer;

namespace Igloo.Exploring.Tests;

public sealed class RefinementCheckTests
{
    private static readonly Universe One = Universe.Of(1);

    [Fact]
    public void Simulation_is_refuted_where_the_concrete_state_alone_would_miss_it()
    {
        var failed = Assert.IsType<RefinementVerdict.SimulationFailed>(RefinementCheck.Explore(new ForkedRefinesRemembering(), One));

        Assert.Equal((RefinementFailure.NotEnabled, "Right Go"), (failed.Failure, failed.Run.EventLine));
        Assert.Equal(new Remembering.State(1, true), failed.Before);
    }

    [Fact]
    public void Trace_that_is_not_included_is_a_verdict_of_its_own()
    {
        var verdict = RefinementCheck.Inclusion(new ForkedRefinesRemembering(), One);

        Assert.Equal([new Forked.Event.Right(), new Forked.Event.Go()], Assert.IsType<InclusionVerdict.TraceNotIncluded>(verdict).Trace);
    }

    [Fact]
    public void Traces_may_be_included_though_the_relation_is_no_simulation()
    {
        var refinement = new ForkedRefinesItselfByTooMuch();

        Assert.Equal(RefinementFailure.Unrelated, Assert.IsType<RefinementVerdict.SimulationFailed>(RefinementCheck.Explore(refinement, One)).Failure);
        Assert.IsType<InclusionVerdict.Included>(RefinementCheck.Inclusion(refinement, One));
    }

    [Fact]
    public void Equality_by_the_total_relation_and_skip_is_refuted()
    {
        var failed = Assert.IsType<RefinementVerdict.SimulationFailed>(RefinementCheck.Explore(new EverythingIsForked(), One));

        Assert.Equal(RefinementFailure.Hidden, failed.Failure);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Ring_protocol_refines_election(int size) => AssertHolds<RingProtocolRefinesElection>(size);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Lock_protocol_refines_mutex(int size) => AssertHolds<LockProtocolRefinesMutex>(size);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Interface_refines_protocol(int size) => AssertHolds<RingInterfaceRefinesProtocol>(size);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Composition_equals_interface(int size) => AssertHolds<RingSystemIsInterface>(size);

    [Fact]
    public void Search_that_was_cut_claims_nothing()
    {
        var verdict = RefinementCheck.Explore(Instances.Of<RingProtocolRefinesElection>(3, 3).Single(), new() { MaxStates = 5 });

        Assert.Equal(new RefinementVerdict.Undecided(5, Completeness.CutByStates), verdict);
    }

    private static void AssertHolds<T>(int size)
    {
        var verdict = RefinementCheck.Explore(Instances.Of<T>(size, size).Single());

        Assert.True(verdict is RefinementVerdict.Holds, verdict.ToString());
    }
}
