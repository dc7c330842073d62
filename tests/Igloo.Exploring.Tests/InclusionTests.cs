using Igloo.Exploring.Searching;
using Igloo.Exploring.Tests.Models;
using LeaderElection.Model;

namespace Igloo.Exploring.Tests;

public sealed class InclusionTests
{
    private static readonly Universe Small = Universe.Of(2);

    [Fact]
    public void Search_keyed_by_the_concrete_state_alone_misses_what_the_pair_shows()
    {
        var refinement = new ForkedRefinesRemembering();

        Assert.True(HoldsByConcreteStateAlone(refinement));
        Assert.IsType<RefinementVerdict.SimulationFailed>(RefinementCheck.Explore(refinement, Small));
    }

    [Fact]
    public void Traces_are_included_by_following_every_abstract_initial_state_though_none_simulates()
    {
        var refinement = new ShowsRefinesDraws(new Draws(allowsChange: false));

        var failed = Assert.IsType<RefinementVerdict.SimulationFailed>(RefinementCheck.Explore(refinement, Small));

        Assert.Equal((RefinementFailure.NotEnabled, "Show(1)"), (failed.Failure, failed.Run.EventLine));
        Assert.IsType<InclusionVerdict.Included>(RefinementCheck.Inclusion(refinement, Small));
    }

    [Fact]
    public void Trace_that_no_single_abstract_initial_state_has_is_not_included()
    {
        var verdict = RefinementCheck.Inclusion(new AlternatesRefinesDraws(), Small);

        Assert.Equal("Show(0) Show(1)", Assert.IsType<InclusionVerdict.TraceNotIncluded>(verdict).Run.EventLine);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Search_that_depth_cuts_never_says_included(int depth)
    {
        var refinement = Instances.Of<RingProtocolRefinesElection>(3, 3).Single();

        Assert.Equal(new InclusionVerdict.Undecided(Completeness.CutByDepth), RefinementCheck.Inclusion(refinement, new() { MaxDepth = depth }));
        Assert.IsType<RefinementVerdict.Undecided>(RefinementCheck.Explore(refinement, new() { MaxDepth = depth }));
    }

    [Fact]
    public void Failure_of_the_abstract_model_is_no_inclusion_and_no_simulation()
    {
        Assert.Equal(new InclusionVerdict.Undecided(Completeness.StoppedByFault), RefinementCheck.Inclusion(new StopsRefinesBreaks(), Small));
        Assert.Equal(
            RefinementFailure.Fault,
            Assert.IsType<RefinementVerdict.SimulationFailed>(RefinementCheck.Explore(new StopsRefinesBreaks(), Small)).Failure);
    }

    [Fact]
    public void Inclusion_and_simulation_hold_depth_first_too()
    {
        var instance = Instances.Of<RingProtocolRefinesElection>(3, 3).Single();
        var depthFirst = new ExplorationOptions { Strategy = SearchStrategy.DepthFirst };

        Assert.Equal(RefinementCheck.Explore(instance), RefinementCheck.Explore(instance, depthFirst));
        Assert.IsType<InclusionVerdict.Included>(RefinementCheck.Inclusion(instance, depthFirst));
    }

    /// <summary>The check as it should not be done.</summary>
    private static bool HoldsByConcreteStateAlone(Refinement refinement)
    {
        var stepper = new Stepper(refinement.ConcreteSystem, Small);
        var initial = refinement.ConcreteSystem.InitialState;
        var partner = new Dictionary<object, object> { [initial] = refinement.AbstractInitialState(initial) };
        var queue = new Queue<object>(partner.Keys);
        while (queue.TryDequeue(out var state))
        {
            foreach (var e in stepper.Candidates(state))
            {
                if (stepper.Next(state, e) is not { } after) continue;
                if (refinement.AbstractSystem.NextState(partner[state], refinement.MediateEvent(e)!) is not { } other || !refinement.AreRelated(after, other)) return false;
                if (partner.TryAdd(after, other)) queue.Enqueue(after);
            }
        }

        return true;
    }
}
