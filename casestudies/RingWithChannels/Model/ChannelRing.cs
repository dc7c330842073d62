namespace RingWithChannels.Model;

/// <summary>Chang and Roberts' election on a ring of channels that neither lose nor overtake: the largest node is elected.</summary>
/// <param name="ring">The nodes.</param>
public sealed class ChannelRing(IRing ring) : EventSystem<ChannelRing.State, ChannelRing.Event>
{
    /// <summary>The nodes and the channels between them.</summary>
    /// <param name="Status">How far each node has come.</param>
    /// <param name="Held">The name that a node is about to send.</param>
    /// <param name="Channels">For each node what is on its way to it, the oldest first.</param>
    public sealed record State(Map<Node, Status> Status, FiniteMap<Node, Node> Held, Map<Node, Seq<Node>> Channels);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>A node wakes up and is about to send its name.</summary>
        [WeaklyFair]
        public sealed record Start(Node By) : Event;

        /// <summary>A node takes the oldest name from its channel: drops a smaller one, is about to pass on a larger one, and is elected by its own.</summary>
        [WeaklyFair]
        public sealed record Receive(Node By, Node Name) : Event;

        /// <summary>A node sends the name that it holds.</summary>
        [WeaklyFair]
        public sealed record Send(Node By, Node Name) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Map<Node, Status>.Constant(Model.Status.Asleep), FiniteMap<Node, Node>.Empty, Map<Node, Seq<Node>>.Constant(Seq<Node>.Empty));

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Start(var n) when s.Status[n] == Model.Status.Asleep => s with { Status = s.Status.Set(n, Model.Status.Candidate), Held = s.Held.Set(n, n) },
        Event.Receive(var n, var name) when s.Status[n] != Model.Status.Asleep && !s.Held.ContainsKey(n) && !s.Channels[n].IsEmpty && s.Channels[n].First == name =>
            Received(s with { Channels = s.Channels.Set(n, s.Channels[n].Rest) }, n, name),
        Event.Send(var n, var name) when s.Held.ContainsKey(n) && s.Held[n] == name =>
            s with { Held = s.Held.Remove(n), Channels = s.Channels.Set(ring.Next(n), s.Channels[ring.Next(n)].Append(name)) },
        _ => null,
    };

    /// <summary>At most one node is elected.</summary>
    [Invariant]
    public bool OneLeader(State s, Node a, Node b) => Implies(s.Status[a] == Model.Status.Leader && s.Status[b] == Model.Status.Leader, a == b);

    /// <summary>Nobody is elected who has somebody larger in the ring.</summary>
    [Invariant]
    public bool LeaderIsLargest(State s, Node leader, Node other) => Implies(s.Status[leader] == Model.Status.Leader, !ring.Less(leader, other));

    /// <summary>A run ends when somebody is elected.</summary>
    [Terminal]
    public bool IsElected(State s) => ring.Nodes.Exists(n => s.Status[n] == Model.Status.Leader);

    /// <summary>Somebody can be elected.</summary>
    [Sometimes]
    public bool CanElect(State s, Node leader) => s.Status[leader] == Model.Status.Leader;

    /// <summary>Somebody is elected in the end.</summary>
    [Eventually]
    public bool Elects(State s) => ring.Nodes.Exists(n => s.Status[n] == Model.Status.Leader);

    private State Received(State s, Node n, Node name) =>
        name == n ? s with { Status = s.Status.Set(n, Model.Status.Leader) }
        : ring.Less(n, name) ? s with { Status = s.Status.Set(n, Model.Status.Lost), Held = s.Held.Set(n, name) }
        : s;
}
