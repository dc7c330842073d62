using Igloo.Components;
using Igloo.Monitoring.Automatic;
using Igloo.Monitoring.Tests.Models;
using LeaderElection.Model;
using E = LeaderElection.Model.RingNode.Event;

namespace Igloo.Monitoring.Tests.Automatic;

public sealed class AutomaticCheckTests
{
    private static readonly Ring Three = new(3);

    [Fact]
    public void Setup_and_accept_of_the_leader_election_may_be_run_eagerly()
    {
        var node = new LeaderElection.Model.RingNode(new Node(1), Three.AddressOf(new Node(2)), Three);
        E[] hidden = [new E.Setup(), .. Three.Nodes.Select(n => new E.Accept(n))];

        var verdict = AutomaticCheck.Of(node, _ => hidden);

        Assert.True(Assert.IsType<AutomaticVerdict.Holds>(verdict) is { IsComplete: true, States: > 10 });
    }

    [Fact]
    public void Choice_between_two_ways_is_not_confluent() =>
        Assert.IsType<AutomaticVerdict.IsNotConfluent>(AutomaticCheck.Of(new Either(), Either.Hidden));

    [Fact]
    public void Hidden_event_that_closes_a_window_takes_an_event_away()
    {
        var verdict = AutomaticCheck.Of(new Shutter(), _ => [new Shutter.Event.Shut()]);

        Assert.Equal("Look(5)", Assert.IsType<AutomaticVerdict.TakesAway>(verdict).Event);
    }

    [Fact]
    public void Hidden_events_that_undo_each_other_do_not_end() =>
        Assert.IsType<AutomaticVerdict.DoesNotEnd>(AutomaticCheck.Of(new Shutter(), _ => [new Shutter.Event.Shut(), new Shutter.Event.Open()]));

    [Fact]
    public void Search_that_was_cut_says_so()
    {
        var node = new LeaderElection.Model.RingNode(new Node(1), Three.AddressOf(new Node(2)), Three);

        Assert.False(Assert.IsType<AutomaticVerdict.Holds>(AutomaticCheck.Of(node, _ => [], mostStates: 2)).IsComplete);
    }

    private sealed class Shutter : Component<Shutter.State, Shutter.Event>
    {
        public sealed record State(bool IsShut, int Seen);

        public abstract record Event
        {
            [Internal]
            public sealed record Shut : Event;

            [Internal]
            public sealed record Open : Event;

            [Io<Operations.Kept>]
            public sealed record Look(int N) : Event;
        }

        public override State Initial => new(IsShut: false, Seen: 5);

        public override State? Next(State s, Event e) => e switch
        {
            Event.Shut => s with { IsShut = true },
            Event.Open => s with { IsShut = false },
            Event.Look(var n) when !s.IsShut && n == s.Seen => s,
            _ => null,
        };
    }
}
