using LeaderElection.Model;
using Network = Igloo.Environments.UnreliableNetwork<LeaderElection.Model.Node, LeaderElection.Model.Node>;

namespace Igloo.Proving.Tests.Automatic;

/// <summary>The node of the leader election whose program reports elections only.</summary>
public sealed class QuietNode(Node self, Address successor, ITotalOrder<Node> order) : Component<QuietNode.State, QuietNode.Event>
{
    public sealed record State(bool Leader, Set<Node> Inbox, Set<Node> Outbox);

    public abstract record Event
    {
        [Internal(IsAutomatic = true)]
        public sealed record Setup : Event;

        [Io<Udp.Receive<Node>>]
        public sealed record Receive([Input] Node Id) : Event;

        [Internal(IsAutomatic = true)]
        public sealed record Accept(Node Id) : Event;

        [Io<Udp.Send<Node>>]
        public sealed record Send(Address To, Node Id) : Event;

        [Internal]
        public sealed record Elect : Event;
    }

    public override State Initial => new(false, Set<Node>.Empty, Set<Node>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Setup => s with { Outbox = s.Outbox.Add(self) },
        Event.Receive(var id) => s with { Inbox = s.Inbox.Add(id) },
        Event.Accept(var id) when s.Inbox.Contains(id) && order.Less(self, id) => s with { Outbox = s.Outbox.Add(id) },
        Event.Send(var to, var id) when to == successor && s.Outbox.Contains(id) => s,
        Event.Elect when s.Inbox.Contains(self) => s with { Leader = true },
        _ => null,
    };

    /// <summary>What is not yet prepared for sending.</summary>
    [Ranking]
    public Set<Node> Unprepared(State s) => s.Inbox.Add(self).Except(s.Outbox);
}

/// <summary>A ring of such nodes.</summary>
public sealed class QuietSystem(IRing ring) : Composition<Network.State, Network.Event, Node, QuietNode.State, QuietNode.Event>(new Network(ring))
{
    public override Domain<Node> Indices => ring.Nodes;

    public override QuietNode Component(Node index) => new(index, ring.AddressOf(ring.Next(index)), ring);

    public override Step? Partner(Network.Event e) => e switch
    {
        Network.Event.Deliver(var at, var id) => new Step(at, new QuietNode.Event.Receive(id)),
        Network.Event.Transmit(var from, var to, var id) => new Step(from, new QuietNode.Event.Send(to, id)),
        _ => null,
    };
}

/// <summary>The ring does what the monolithic interface model does, and is so connected with the election.</summary>
public sealed class QuietSystemRefinesInterface(IRing ring)
    : Refinement<QuietSystem.State, QuietSystem.Event, RingInterface.State, RingInterface.Event>(new QuietSystem(ring), new RingInterface(ring))
{
    public override bool Related(QuietSystem.State c, RingInterface.State a) =>
        c.Environment.Channels == a.Channels
        && ring.Nodes.All(n =>
            c.Components[n].Inbox == a.Inbox[n]
            && c.Components[n].Outbox == a.Outbox[n]
            && c.Components[n].Leader == a.Leaders.Contains(n));

    public override RingInterface.Event? Mediate(QuietSystem.Event e) => e switch
    {
        QuietSystem.Event.Internal(var i, QuietNode.Event.Setup) => new RingInterface.Event.Setup(i),
        QuietSystem.Event.Internal(var i, QuietNode.Event.Accept(var j)) => new RingInterface.Event.Accept(i, j),
        QuietSystem.Event.Internal(var i, QuietNode.Event.Elect) => new RingInterface.Event.Elect(i),
        QuietSystem.Event.Environment(Network.Event.Deliver(var i, var j)) => new RingInterface.Event.Receive(i, j),
        QuietSystem.Event.Environment(Network.Event.Transmit(var i, var a, var j)) => new RingInterface.Event.Send(i, a, j),
        _ => null,
    };
}

/// <summary>A node whose program does not even report that it is the leader.</summary>
public sealed class SilentNode(Node self, Address successor) : Component<SilentNode.State, SilentNode.Event>
{
    public sealed record State(bool Leader, Set<Node> Inbox);

    public abstract record Event
    {
        [Io<Udp.Receive<Node>>]
        public sealed record Receive([Input] Node Id) : Event;

        [Io<Udp.Send<Node>>]
        public sealed record Send(Address To, Node Id) : Event;

        [Internal(IsAutomatic = true)]
        public sealed record Elect : Event;
    }

    public override State Initial => new(false, Set<Node>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Receive(var id) => s with { Inbox = s.Inbox.Add(id) },
        Event.Send(var to, var id) when to == successor && id == self => s,
        Event.Elect when s.Inbox.Contains(self) => s with { Leader = true },
        _ => null,
    };

    [Ranking]
    public int Unelected(State s) => s.Leader ? 0 : 1;
}

/// <summary>A ring of such nodes.</summary>
public sealed class SilentSystem(IRing ring) : Composition<Network.State, Network.Event, Node, SilentNode.State, SilentNode.Event>(new Network(ring))
{
    public override Domain<Node> Indices => ring.Nodes;

    public override SilentNode Component(Node index) => new(index, ring.AddressOf(ring.Next(index)));

    public override Step? Partner(Network.Event e) => e switch
    {
        Network.Event.Deliver(var at, var id) => new Step(at, new SilentNode.Event.Receive(id)),
        Network.Event.Transmit(var from, var to, var id) => new Step(from, new SilentNode.Event.Send(to, id)),
        _ => null,
    };
}

/// <summary>What the election would see of it. That it is a simulation is not claimed here.</summary>
public sealed class SilentSystemRefinesInterface(IRing ring)
    : Refinement<SilentSystem.State, SilentSystem.Event, RingInterface.State, RingInterface.Event>(new SilentSystem(ring), new RingInterface(ring))
{
    public override bool Related(SilentSystem.State c, RingInterface.State a) => c.Environment.Channels == a.Channels;

    public override RingInterface.Event? Mediate(SilentSystem.Event e) =>
        e is SilentSystem.Event.Internal(var i, SilentNode.Event.Elect) ? new RingInterface.Event.Elect(i) : null;
}
