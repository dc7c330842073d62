using Igloo.Exploring.Tests.Models;
using LeaderElection.Model;

namespace Igloo.Exploring.Tests;

public sealed class FindStateTests
{
    private static readonly Instance TwoNodes = Instances.Of<RingProtocol>(2, 2).Single();

    private static RingProtocol System => TwoNodes.As<RingProtocol>();

    [Fact]
    public void State_is_reached_by_a_shortest_run()
    {
        var answer = Explorer.FindState(System, TwoNodes.Universe, s => !((RingProtocol.State)s).Leaders.IsEmpty);

        Assert.Equal("Setup(1) Accept(0, 1) Elect(1)", Assert.IsType<StateQuery.Reached>(answer).Run.EventLine);
    }

    [Fact]
    public void State_of_a_proof_is_found_whatever_the_defaults_of_its_maps()
    {
        var target = new RingProtocol.State([], Map<Node, Set<Node>>.Constant([new Node(0)]).Set(new Node(0), []));

        var answer = Explorer.FindState(System, TwoNodes.Universe, target);

        Assert.Equal("Setup(0)", Assert.IsType<StateQuery.Reached>(answer).Run.EventLine);
    }

    [Fact]
    public void Unreachable_state_is_known_to_be_so_only_by_a_complete_search()
    {
        var target = new RingProtocol.State([new Node(0)], System.Initial.Inbox);

        Assert.Equal(new StateQuery.NotReached(Completeness.Complete, 8), Explorer.FindState(System, TwoNodes.Universe, target));
        Assert.Equal(
            new StateQuery.NotReached(Completeness.CutByDepth, 3),
            Explorer.FindState(System, TwoNodes.Universe, target, options: new() { MaxDepth = 2 }));
    }

    [Fact]
    public void State_with_a_past_is_found_only_with_that_past()
    {
        var (left, right) = (new Forked.Event.Left(), new Forked.Event.Right());

        var answer = Explorer.FindState(new Forked(), Universe.Of(1), new Forked.State(1), Past<Forked.Event>.Empty.Add(right));
        var never = Explorer.FindState(new Forked(), Universe.Of(1), new Forked.State(1), Past<Forked.Event>.Empty.Add(left).Add(right));

        Assert.Equal("Right", Assert.IsType<StateQuery.Reached>(answer).Run.EventLine);
        Assert.IsType<StateQuery.NotReached>(never);
    }

    [Fact]
    public void Pair_is_found_beyond_a_failed_requirement()
    {
        var answer = RefinementCheck.FindPair(new ForkedRefinesRemembering(), Universe.Of(1), new Forked.State(1), new Remembering.State(1, true));

        Assert.Equal("Right", Assert.IsType<StateQuery.Reached>(answer).Run.EventLine);
    }
}
