namespace LeaderElection.Model;

/// <summary>The monolithic interface model: buffers between protocol and sockets (Igloo paper, figure 2).</summary>
/// <param name="ring">The ring.</param>
public sealed class RingInterface(IRing ring) : EventSystem<RingInterface.State, RingInterface.Event>
{
    /// <summary>The state of the whole system.</summary>
    /// <param name="Leaders">The nodes that are leaders.</param>
    /// <param name="Inbox">What each node has received.</param>
    /// <param name="Outbox">What each node may send.</param>
    /// <param name="Channels">For each address what was ever sent to it.</param>
    public sealed record State(Set<Node> Leaders, Map<Node, Set<Node>> Inbox, Map<Node, Set<Node>> Outbox, Map<Address, Set<Node>> Channels);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>A node prepares its own identifier for sending.</summary>
        public sealed record Setup(Node At) : Event;

        /// <summary>A node receives an identifier.</summary>
        public sealed record Receive(Node At, Node Id) : Event;

        /// <summary>A node prepares a received identifier for forwarding.</summary>
        public sealed record Accept(Node At, Node Id) : Event;

        /// <summary>A node sends an identifier to an address.</summary>
        public sealed record Send(Node At, Address To, Node Id) : Event;

        /// <summary>A node becomes leader.</summary>
        public sealed record Elect(Node At) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(
        Set<Node>.Empty,
        Map<Node, Set<Node>>.Constant(Set<Node>.Empty),
        Map<Node, Set<Node>>.Constant(Set<Node>.Empty),
        Map<Address, Set<Node>>.Constant(Set<Node>.Empty));

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Setup(var i) => s with { Outbox = s.Outbox.Set(i, s.Outbox[i].Add(i)) },
        Event.Receive(var i, var j) when s.Channels[ring.AddressOf(i)].Contains(j) => s with { Inbox = s.Inbox.Set(i, s.Inbox[i].Add(j)) },
        Event.Accept(var i, var j) when s.Inbox[i].Contains(j) && ring.Less(i, j) => s with { Outbox = s.Outbox.Set(i, s.Outbox[i].Add(j)) },
        Event.Send(var i, var a, var j) when s.Outbox[i].Contains(j) && a == ring.AddressOf(ring.Next(i)) =>
            s with { Channels = s.Channels.Set(a, s.Channels[a].Add(j)) },
        Event.Elect(var i) when s.Inbox[i].Contains(i) => s with { Leaders = s.Leaders.Add(i) },
        _ => null,
    };

    /// <summary>What a node has received was sent to it.</summary>
    [Invariant]
    public bool ReceivedWasSent(State s, Node i, Node j) => Implies(s.Inbox[i].Contains(j), s.Channels[ring.AddressOf(i)].Contains(j));

    /// <summary>What a node may send is its own identifier or a larger one that was sent to it.</summary>
    [Invariant]
    public bool OutboxIsOwnOrAccepted(State s, Node i, Node j) =>
        Implies(s.Outbox[i].Contains(j), i == j || (s.Channels[ring.AddressOf(i)].Contains(j) && ring.Less(i, j)));
}
