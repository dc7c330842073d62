namespace LeaderElection.Model;

/// <summary>The abstract model: a leader is elected in one step (Igloo paper, example 3.1).</summary>
public sealed class Election : EventSystem<Election.State, Election.Event>
{
    /// <summary>The state of the whole system.</summary>
    /// <param name="Leaders">The nodes that are leaders.</param>
    public sealed record State(Set<Node> Leaders);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>A node becomes leader.</summary>
        public sealed record Elect(Node Node) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Set<Node>.Empty);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Elect(var n) when s.Leaders.All(l => l == n) => s with { Leaders = s.Leaders.Add(n) },
        _ => null,
    };

    /// <summary>There is at most one leader.</summary>
    [Invariant]
    public bool AtMostOneLeader(State s, Node a, Node b) => Implies(s.Leaders.Contains(a) && s.Leaders.Contains(b), a == b);

    /// <summary>The leaders are those that have been elected.</summary>
    [Invariant]
    public bool PastIsState(State s, Past<Event> past, Node n) => past.Contains(new Event.Elect(n)) == s.Leaders.Contains(n);

    /// <summary>All elections of a run name the same node: L0 of the paper.</summary>
    [TraceProperty]
    public bool ElectsOnce(Past<Event> before, Event.Elect now) => before.All<Event.Elect>(e => e.Node == now.Node);
}
