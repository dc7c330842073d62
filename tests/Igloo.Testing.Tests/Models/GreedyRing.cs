using LeaderElection.Model;

namespace Igloo.Testing.Tests.Models;

/// <summary>The ring protocol without the guard that keeps smaller identifiers from passing.</summary>
public sealed class GreedyRing(IRing ring) : EventSystem<GreedyRing.State, GreedyRing.Event>
{
    /// <summary>The state.</summary>
    public sealed record State(Set<Node> Leaders, Map<Node, Set<Node>> Inbox);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>A node sends its identifier.</summary>
        public sealed record Setup(Node Node) : Event;

        /// <summary>A node forwards any identifier.</summary>
        public sealed record Accept(Node At, Node Id) : Event;

        /// <summary>A node whose identifier has come home becomes leader.</summary>
        public sealed record Elect(Node Node) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Set<Node>.Empty, Map<Node, Set<Node>>.Constant(Set<Node>.Empty));

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Setup(var n) => Sent(s, ring.Next(n), n),
        Event.Accept(var at, var id) when s.Inbox[at].Contains(id) => Sent(s, ring.Next(at), id),
        Event.Elect(var n) when s.Inbox[n].Contains(n) => s with { Leaders = s.Leaders.Add(n) },
        _ => null,
    };

    /// <summary>There is at most one leader.</summary>
    [Invariant]
    public bool AtMostOneLeader(State s, Node a, Node b) => Implies(s.Leaders.Contains(a) && s.Leaders.Contains(b), a == b);

    /// <summary>A leader exists.</summary>
    [Sometimes]
    public bool LeaderExists(State s) => !s.Leaders.IsEmpty;

    private static State Sent(State s, Node to, Node id) => s with { Inbox = s.Inbox.Set(to, s.Inbox[to].Add(id)) };
}

/// <summary>The claim that the greedy ring elects once.</summary>
/// <param name="ring">The ring.</param>
public sealed class GreedyRingRefinesElection(IRing ring)
    : Refinement<GreedyRing.State, GreedyRing.Event, Election.State, Election.Event>(new Careless(ring), new Election())
{
    /// <inheritdoc/>
    public override bool Related(GreedyRing.State c, Election.State a) => a.Leaders == c.Leaders;

    /// <inheritdoc/>
    public override Election.Event? Mediate(GreedyRing.Event e) => e is GreedyRing.Event.Elect(var n) ? new Election.Event.Elect(n) : null;
}

/// <summary>The greedy ring without its invariant, so that only the simulation can fail.</summary>
/// <param name="ring">The ring.</param>
public sealed class Careless(IRing ring) : EventSystem<GreedyRing.State, GreedyRing.Event>
{
    /// <inheritdoc/>
    public override GreedyRing.State Initial => new GreedyRing(ring).Initial;

    /// <inheritdoc/>
    public override GreedyRing.State? Next(GreedyRing.State s, GreedyRing.Event e) => new GreedyRing(ring).Next(s, e);
}

/// <summary>Nothing ever happens.</summary>
public sealed class Idle : EventSystem<Idle.State, Idle.Event>
{
    /// <summary>The state.</summary>
    public sealed record State(bool Busy);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>Work, if there were any.</summary>
        public sealed record Work : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(false);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e is Event.Work && s.Busy ? s : null;
}
