namespace Failover.Model;

/// <summary>The abstract model: leadership passes on, and never back.</summary>
/// <param name="group">The nodes.</param>
public sealed class Leadership(IGroup group) : EventSystem<Leadership.State, Leadership.Event>
{
    /// <summary>The state of the whole system.</summary>
    /// <param name="Led">The nodes that have led.</param>
    public sealed record State(Set<Node> Led);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>A node acts as the leader.</summary>
        public sealed record Lead(Node Node) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Set<Node>.Empty);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Lead(var n) when s.Led.All(l => l == n || group.Less(l, n)) => s with { Led = s.Led.Add(n) },
        _ => null,
    };

    /// <summary>Those that have led are those that have acted as the leader.</summary>
    [Invariant]
    public bool PastIsState(State s, Past<Event> past, Node n) => past.Contains(new Event.Lead(n)) == s.Led.Contains(n);

    /// <summary>Once a node has acted as the leader, none before it in the order does any more: there are never two leaders at once.</summary>
    [TraceProperty]
    public bool NeverBack(Past<Event> before, Event.Lead now) => before.All<Event.Lead>(e => e.Node == now.Node || group.Less(e.Node, now.Node));
}
