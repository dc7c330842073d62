namespace LeaderElection.Model;

/// <summary>The protocol model: the algorithm of Chang and Roberts over set channels (Igloo paper, example 3.2).</summary>
/// <param name="ring">The ring.</param>
public sealed class RingProtocol(IRing ring) : EventSystem<RingProtocol.State, RingProtocol.Event>
{
    /// <summary>The state of the whole system.</summary>
    /// <param name="Leaders">The nodes that are leaders.</param>
    /// <param name="Inbox">For each node the identifiers ever sent to it; nothing is removed, so loss, duplication and reordering are included.</param>
    public sealed record State(Set<Node> Leaders, Map<Node, Set<Node>> Inbox);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>A node sends its own identifier to its successor.</summary>
        public sealed record Setup(Node Node) : Event;

        /// <summary>A node forwards a received identifier larger than its own.</summary>
        public sealed record Accept(Node At, Node Id) : Event;

        /// <summary>A node that receives its own identifier becomes leader.</summary>
        public sealed record Elect(Node Node) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Set<Node>.Empty, Map<Node, Set<Node>>.Constant(Set<Node>.Empty));

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Setup(var n) => Sent(s, ring.Next(n), n),
        Event.Accept(var at, var id) when s.Inbox[at].Contains(id) && ring.Less(at, id) => Sent(s, ring.Next(at), id),
        Event.Elect(var n) when s.Inbox[n].Contains(n) => s with { Leaders = s.Leaders.Add(n) },
        _ => null,
    };

    /// <summary>An id has passed only nodes with smaller ids.</summary>
    [Invariant]
    public bool PassedOnlySmaller(State s, Node at, Node id, Node k) =>
        Implies(s.Inbox[at].Contains(id) && ring.Between(id, k, at), ring.Less(k, id));

    /// <summary>An id that has come home is the largest.</summary>
    [Invariant]
    public bool HomeIsLargest(State s, Node id, Node k) => Implies(s.Inbox[id].Contains(id), k == id || ring.Less(k, id));

    /// <summary>A leader has received its own id.</summary>
    [Invariant]
    public bool LeaderIsHome(State s, Node n) => Implies(s.Leaders.Contains(n), s.Inbox[n].Contains(n));

    /// <summary>A leader exists.</summary>
    [Sometimes]
    public bool LeaderExists(State s) => !s.Leaders.IsEmpty;

    /// <summary>All elections of a run name the same node, because those of the abstract model do.</summary>
    [TraceProperty, Transports(typeof(RingProtocolRefinesElection), nameof(Election.ElectsOnce))]
    public bool ElectsOnce(Past<Event> before, Event.Elect now) => before.All<Event.Elect>(e => e.Node == now.Node);

    private static State Sent(State s, Node to, Node id) => s with { Inbox = s.Inbox.Set(to, s.Inbox[to].Add(id)) };
}
