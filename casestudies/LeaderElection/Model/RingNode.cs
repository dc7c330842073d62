namespace LeaderElection.Model;

/// <summary>One node: the I/O-guarded event system E^s(i, a) (Igloo paper, example 3.4).</summary>
/// <param name="self">The node.</param>
/// <param name="successor">The address of its successor.</param>
/// <param name="order">The order of identifiers.</param>
public sealed class RingNode(Node self, Address successor, ITotalOrder<Node> order) : Component<RingNode.State, RingNode.Event>
{
    /// <summary>The local state.</summary>
    /// <param name="Leader">Whether this node has declared itself the leader.</param>
    /// <param name="Inbox">What it has received.</param>
    /// <param name="Outbox">What it may send.</param>
    public sealed record State(bool Leader, Set<Node> Inbox, Set<Node> Outbox);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>The node prepares its own identifier for sending.</summary>
        [Internal]
        public sealed record Setup : Event;

        /// <summary>The node receives an identifier.</summary>
        [Io<Udp.Receive<Node>>]
        public sealed record Receive([Input] Node Id) : Event;

        /// <summary>The node prepares a received identifier for forwarding.</summary>
        [Internal]
        public sealed record Accept(Node Id) : Event;

        /// <summary>The node sends an identifier.</summary>
        [Io<Udp.Send<Node>>]
        public sealed record Send(Address To, Node Id) : Event;

        /// <summary>The node declares itself the leader.</summary>
        [Internal]
        public sealed record Elect : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(false, Set<Node>.Empty, Set<Node>.Empty);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Setup => s with { Outbox = s.Outbox.Add(self) },
        Event.Receive(var id) => s with { Inbox = s.Inbox.Add(id) },
        Event.Accept(var id) when s.Inbox.Contains(id) && order.Less(self, id) => s with { Outbox = s.Outbox.Add(id) },
        Event.Send(var to, var id) when to == successor && s.Outbox.Contains(id) => s,
        Event.Elect when s.Inbox.Contains(self) => s with { Leader = true },
        _ => null,
    };
}
