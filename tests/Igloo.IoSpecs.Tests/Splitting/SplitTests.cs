using Igloo.Components;
using Igloo.IoSpecs.Assertions;
using Igloo.IoSpecs.Heaps;
using Igloo.IoSpecs.Processes;
using Igloo.IoSpecs.Splitting;
using Igloo.IoSpecs.Tests.Paper;
using Igloo.Values;
using LeaderElection.Model;
using static Igloo.IoSpecs.Tests.Paper.Examples;

namespace Igloo.IoSpecs.Tests.Splitting;

public sealed class SplitTests
{
    private static readonly RingNode.Event[] RingEvents =
    [
        new RingNode.Event.Setup(),
        new RingNode.Event.Elect(),
        .. Enumerable.Range(0, 3).SelectMany(i => (RingNode.Event[])[new RingNode.Event.Receive(new Node(i)), new RingNode.Event.Accept(new Node(i)), new RingNode.Event.Send(new Address(2), new Node(i))]),
    ];

    private static readonly IoSpecification<RingNode.State, RingNode.Event> Ring = IoSpecification.Of(new RingNode(new Node(1), new Address(2), new Ring(3)));

    // Every partition of the five cases but the two with an empty side.
    public static TheoryData<int> Partitions() => [.. Enumerable.Range(1, 30)];

    [Theory]
    [MemberData(nameof(Partitions))]
    public void Leader_election_has_no_split(int partition)
    {
        var cases = EventCases.Of(typeof(RingNode.Event));

        var verdict = Ring.Split(RingEvents, e => (partition & (1 << cases.IndexOf(e.GetType()))) != 0).Check();

        Assert.IsType<IndependenceVerdict.Dependent>(verdict);
    }

    [Fact]
    public void Receive_of_leader_election_enables_accept()
    {
        var verdict = Ring.Split(RingEvents, e => e is RingNode.Event.Receive or RingNode.Event.Elect).Check();

        var dependent = Assert.IsType<IndependenceVerdict.Dependent>(verdict);
        Assert.Equal(("Accept", "UDP_receive", Dependence.Enabled), (dependent.Action.Operation, dependent.On.Operation, dependent.Dependence));
        Assert.StartsWith("UDP_receive(2) enables Accept", verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Split_that_is_none_has_no_assertion()
    {
        var split = Ring.Split(RingEvents, e => e is RingNode.Event.Receive);

        Assert.Contains("This is no split", Assert.Throws<InvalidOperationException>(split.ToAssertion).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Specification_of_a_split_is_satisfied_with_a_join_for_every_two_places()
    {
        // Two messages, each sent once, in any order.
        var system = new IoGuardedSystem<(bool One, bool Two)>(
            [("send", 1), ("send", 2)],
            (s, _, v) => v is 1 ? !s.One : !s.Two,
            (s, a) => a.Output is 1 ? s with { One = true } : s with { Two = true },
            Integers);
        var assertion = new TokenSplit<(bool, bool)>(system, (false, false), [Send(1), Send(2)], (_, v) => v is 1).ToAssertion();
        Chunk Join(string first, string second, string target) => new Chunk.Join(new(first), new(second), new(target));
        var heap = Heap.Of(
            TokenAt("t"), new Chunk.Split(new("t"), new("a"), new("b")), Examples.Send("a", 1, "a1"), Examples.Send("b", 2, "b1"),
            Join("a", "b", "u"), Examples.Send("u", 1, "v"), Examples.Send("v", 2, "end"), Examples.Send("u", 2, "w"), Examples.Send("w", 1, "end"),
            Join("a1", "b", "p"), Examples.Send("p", 2, "end"),
            Join("a", "b1", "q"), Examples.Send("q", 1, "end"),
            Join("a1", "b1", "end"));
        var satisfaction = new Satisfaction(Integers, [default(Unit)], [.. heap.Places]);

        Assert.Equal(SatisfactionVerdict.Satisfied, satisfaction.Check(heap, assertion));
        Assert.All(heap.Chunks, chunk => Assert.Equal(SatisfactionVerdict.NotSatisfied, satisfaction.Check(heap.Remove(chunk), assertion)));
    }

    [Fact]
    public void Two_directions_of_a_relay_are_independent() =>
        Assert.Equal(new IndependenceVerdict.Independent(9), Relayed(e => e is Relay.Event.ReadLeft or Relay.Event.WriteRight).Check());

    [Fact]
    public void Reads_of_a_relay_depend_on_its_writes()
    {
        var verdict = Relayed(e => e is Relay.Event.ReadLeft or Relay.Event.ReadRight).Check();

        Assert.Equal(Dependence.Enabled, Assert.IsType<IndependenceVerdict.Dependent>(verdict).Dependence);
    }

    [Fact]
    public void Action_that_takes_away_what_another_needs_is_a_dependence() =>
        Assert.Equal(Dependence.Disabled, Dependent((s, _) => s == 0, (_, b) => b == "a" ? 1 : 2));

    [Fact]
    public void Order_that_shows_in_the_state_is_a_dependence() =>
        Assert.Equal(Dependence.Ordered, Dependent((_, _) => true, (_, b) => b == "a" ? 1 : 2));

    [Fact]
    public void Dependence_on_some_input_only_is_found()
    {
        // Reading 1 enables the write of the other side, reading 0 does not.
        var typing = new Typing((operation, output, input) => operation == "read" ? input is 0 or 1 : input is 0);
        var system = new IoGuardedSystem<int>([("read", 0), ("write", 0)], (s, b, _) => b == "read" ? s == 0 : s == 2, (s, a) => a.Operation == "read" ? 1 + (int)a.Input : s, typing);

        var verdict = new TokenSplit<int>(system, 0, [new("read", 0, 0), new("read", 0, 1), new("write", 0, 0)], (b, _) => b == "read").Check();

        Assert.Equal(1, Assert.IsType<IndependenceVerdict.Dependent>(verdict).On.Input);
    }

    [Fact]
    public void Dependence_in_a_future_state_only_is_found()
    {
        // After three ticks, the fourth stops the bell.
        var system = new IoGuardedSystem<int>([("tick", 0), ("ring", 0)], (s, b, _) => b == "tick" || s < 4, (s, a) => a.Operation == "tick" && s < 4 ? s + 1 : s, new((_, _, w) => w is 0));

        var verdict = new TokenSplit<int>(system, 0, [new("tick", 0, 0), new("ring", 0, 0)], (b, _) => b == "tick").Check();

        Assert.Equal(3, Assert.IsType<IndependenceVerdict.Dependent>(verdict).State);
    }

    [Fact]
    public void Search_that_is_cut_decides_nothing()
    {
        var system = new IoGuardedSystem<int>([("tick", 0), ("ring", 0)], (_, _, _) => true, (s, a) => a.Operation == "tick" ? s + 1 : s, new((_, _, w) => w is 0));
        var split = new TokenSplit<int>(system, 0, [new("tick", 0, 0), new("ring", 0, 0)], (b, _) => b == "tick");

        Assert.IsType<IndependenceVerdict.Undecided>(split.Check(mostStates: 100));
    }

    [Fact]
    public void Inputs_do_not_decide_the_side() =>
        Assert.Throws<ArgumentException>(() => Relayed(e => e is Relay.Event.ReadLeft(0)));

    private static TokenSplit<Relay.State> Relayed(Func<Relay.Event, bool> isFirst) => IoSpecification.Of(new Relay()).Split(Relay.Universe, isFirst);

    private static Dependence Dependent(Func<int, string, bool> guard, Func<int, string, int> update)
    {
        var system = new IoGuardedSystem<int>([("a", 0), ("b", 0)], (s, b, _) => guard(s, b), (s, a) => update(s, a.Operation), new((_, _, w) => w is 0));
        var verdict = new TokenSplit<int>(system, 0, [new("a", 0, 0), new("b", 0, 0)], (b, _) => b == "a").Check();
        return Assert.IsType<IndependenceVerdict.Dependent>(verdict).Dependence;
    }
}
