using LeaderElection.Model;
using State = LeaderElection.Model.RingProtocol.State;
using Event = LeaderElection.Model.RingProtocol.Event;

namespace Igloo.Proving.Tests.Mutants;

/// <summary>The protocol with its invariants, for variants of where messages go and which are accepted.</summary>
public abstract class RingVariant(IRing ring) : EventSystem<State, Event>
{
    public override State Initial => new(Set<Node>.Empty, Map<Node, Set<Node>>.Constant(Set<Node>.Empty));

    protected IRing Order => ring;

    [Invariant]
    public bool PassedOnlySmaller(State s, Node at, Node id, Node k) =>
        Implies(s.Inbox[at].Contains(id) && ring.Between(id, k, at), ring.Less(k, id));

    [Invariant]
    public bool HomeIsLargest(State s, Node id, Node k) => Implies(s.Inbox[id].Contains(id), k == id || ring.Less(k, id));

    [Invariant]
    public bool LeaderIsHome(State s, Node n) => Implies(s.Leaders.Contains(n), s.Inbox[n].Contains(n));

    protected static State Sent(State s, Node to, Node id) => s with { Inbox = s.Inbox.Set(to, s.Inbox[to].Add(id)) };

    protected static State Elected(State s, Node n) => s with { Leaders = s.Leaders.Add(n) };
}

/// <summary>Accept also forwards a node's own identifier: harmless.</summary>
public sealed class RingAcceptingEqual(IRing ring) : RingVariant(ring)
{
    public override State? Next(State s, Event e) => e switch
    {
        Event.Setup(var n) => Sent(s, Order.Next(n), n),
        Event.Accept(var at, var id) when s.Inbox[at].Contains(id) && !Order.Less(id, at) => Sent(s, Order.Next(at), id),
        Event.Elect(var n) when s.Inbox[n].Contains(n) => Elected(s, n),
        _ => null,
    };
}

/// <summary>The harmless variant still elects one leader.</summary>
public sealed class RingAcceptingEqualRefinesElection(IRing ring)
    : Refinement<State, Event, Election.State, Election.Event>(new RingAcceptingEqual(ring), new Election())
{
    public override bool Related(State c, Election.State a) => a.Leaders == c.Leaders;

    public override Election.Event? Mediate(Event e) => e is Event.Elect(var n) ? new Election.Event.Elect(n) : null;
}

/// <summary>Accept forwards every identifier.</summary>
public sealed class RingAcceptingAll(IRing ring) : RingVariant(ring)
{
    public override State? Next(State s, Event e) => e switch
    {
        Event.Setup(var n) => Sent(s, Order.Next(n), n),
        Event.Accept(var at, var id) when s.Inbox[at].Contains(id) => Sent(s, Order.Next(at), id),
        Event.Elect(var n) when s.Inbox[n].Contains(n) => Elected(s, n),
        _ => null,
    };
}

/// <summary>Messages go two nodes further.</summary>
public sealed class RingSkippingNodes(IRing ring) : RingVariant(ring)
{
    public override State? Next(State s, Event e) => e switch
    {
        Event.Setup(var n) => Sent(s, Order.Next(Order.Next(n)), n),
        Event.Accept(var at, var id) when s.Inbox[at].Contains(id) && Order.Less(at, id) => Sent(s, Order.Next(at), id),
        Event.Elect(var n) when s.Inbox[n].Contains(n) => Elected(s, n),
        _ => null,
    };
}

/// <summary>The interface's setup is no message yet: only its send is the protocol's setup.</summary>
public sealed class SetupMappedToSetup(IRing ring)
    : Refinement<RingInterface.State, RingInterface.Event, State, Event>(new RingInterface(ring), new RingProtocol(ring))
{
    public override bool Related(RingInterface.State c, State a) =>
        a.Leaders == c.Leaders && ring.Nodes.All(n => a.Inbox[n] == c.Channels[ring.AddressOf(n)]);

    public override Event? Mediate(RingInterface.Event e) => e switch
    {
        RingInterface.Event.Setup(var i) => new Event.Setup(i),
        RingInterface.Event.Send(var i, _, var j) => i == j ? null : new Event.Accept(i, j),
        RingInterface.Event.Elect(var i) => new Event.Elect(i),
        _ => null,
    };
}

/// <summary>Election is invisible, so the claimed trace property would say nothing below.</summary>
public sealed class ElectMappedToSkip(IRing ring)
    : Refinement<RingInterface.State, RingInterface.Event, State, Event>(new RingInterface(ring), new RingProtocol(ring))
{
    public override bool Related(RingInterface.State c, State a) => ring.Nodes.All(n => a.Inbox[n] == c.Channels[ring.AddressOf(n)]);

    public override Event? Mediate(RingInterface.Event e) =>
        e is RingInterface.Event.Send(var i, _, var j) ? i == j ? new Event.Setup(i) : new Event.Accept(i, j) : null;
}

/// <summary>Sends were forgotten: the network transmits alone.</summary>
public sealed class RingWithForgottenPartner(IRing ring)
    : Composition<UnreliableNetwork<Node, Node>.State, UnreliableNetwork<Node, Node>.Event, Node, RingNode.State, RingNode.Event>(
        new UnreliableNetwork<Node, Node>(ring))
{
    public override Domain<Node> Indices => ring.Nodes;

    public override RingNode Component(Node index) => new(index, ring.AddressOf(ring.Next(index)), ring);

    public override Step? Partner(UnreliableNetwork<Node, Node>.Event e) =>
        e is UnreliableNetwork<Node, Node>.Event.Deliver(var at, var id) ? new Step(at, new RingNode.Event.Receive(id)) : null;
}

/// <summary>The network performs an internal event.</summary>
public sealed class RingWithInternalPartner(IRing ring)
    : Composition<UnreliableNetwork<Node, Node>.State, UnreliableNetwork<Node, Node>.Event, Node, RingNode.State, RingNode.Event>(
        new UnreliableNetwork<Node, Node>(ring))
{
    public override Domain<Node> Indices => ring.Nodes;

    public override RingNode Component(Node index) => new(index, ring.AddressOf(ring.Next(index)), ring);

    public override Step? Partner(UnreliableNetwork<Node, Node>.Event e) => e switch
    {
        UnreliableNetwork<Node, Node>.Event.Deliver(var at, var id) => new Step(at, new RingNode.Event.Receive(id)),
        UnreliableNetwork<Node, Node>.Event.Transmit(var from, var to, var id) =>
            from == id ? new Step(from, new RingNode.Event.Setup()) : new Step(from, new RingNode.Event.Send(to, id)),
        _ => null,
    };
}

/// <summary>Everything is related, and nothing has a counterpart: relates any two systems, if one lets it.</summary>
public sealed class EqualityOfNothing(IRing ring)
    : Equality<RingInterface.State, RingInterface.Event, Election.State, Election.Event>(new RingInterface(ring), new Election())
{
    public override bool Related(RingInterface.State l, Election.State r) => true;

    public override Election.Event? Forth(RingInterface.Event e) => null;

    public override RingInterface.Event? Back(Election.Event e) => null;
}

/// <summary>Two events of one system are one of the other.</summary>
public sealed class EqualityNotInverse(IRing ring)
    : Equality<State, Event, State, Event>(new RingProtocol(ring), new RingProtocol(ring))
{
    public override bool Related(State l, State r) => l == r;

    public override Event? Forth(Event e) => e switch
    {
        Event.Accept(var at, var id) => at == id ? new Event.Accept(at, id) : new Event.Accept(at, id),
        Event.Setup(var n) => new Event.Setup(n),
        Event.Elect(var n) => new Event.Elect(n),
        _ => null,
    };

    public override Event? Back(Event e) => e switch
    {
        Event.Accept(var at, var id) => new Event.Accept(id, at),
        Event.Setup(var n) => new Event.Setup(n),
        Event.Elect(var n) => new Event.Elect(n),
        _ => null,
    };
}
