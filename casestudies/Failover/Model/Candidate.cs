namespace Failover.Model;

/// <summary>One node: leads as soon as all nodes before it have crashed, and tells the others.</summary>
/// <param name="self">The node.</param>
/// <param name="group">All nodes.</param>
public sealed class Candidate(Node self, IGroup group) : Component<Candidate.State, Candidate.Event>
{
    /// <summary>The local state.</summary>
    /// <param name="Suspected">Who has crashed, as the failure detector says.</param>
    /// <param name="IsLeader">Whether it has acted as the leader.</param>
    /// <param name="Followed">Whom it has been told to follow.</param>
    public sealed record State(Set<Node> Suspected, bool IsLeader, Set<Node> Followed);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>The failure detector says that a node has crashed.</summary>
        [Io<FailureDetector.Suspect<Node>>]
        public sealed record Suspect([Input] Node Node) : Event;

        /// <summary>The node tells another who leads: itself.</summary>
        [Io<FifoLink.Send<Node, Node>>]
        public sealed record Claim(Node To, Node Leader) : Event;

        /// <summary>The node is told who leads.</summary>
        [Io<FifoLink.Receive<Node, Node>>]
        public sealed record Follow([Input] Node From, [Input] Node Leader) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Set<Node>.Empty, false, Set<Node>.Empty);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Suspect(var node) => s with { Suspected = s.Suspected.Add(node) },
        Event.Claim(_, var leader) when leader == self && group.Nodes.All(n => !group.Less(n, self) || s.Suspected.Contains(n)) => s with { IsLeader = true },
        Event.Follow(_, var leader) => s with { Followed = s.Followed.Add(leader) },
        _ => null,
    };
}
