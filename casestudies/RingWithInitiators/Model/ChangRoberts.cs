namespace RingWithInitiators.Model;

/// <summary>
/// The election of Chang and Roberts on a ring where only some nodes, the initiators, start it. Any set of them may be the initiators.
/// </summary>
/// <param name="ring">The ring.</param>
/// <remarks>E. Chang and R. Roberts, "An improved algorithm for decentralized extrema-finding in circular configurations of processes" (1979).</remarks>
public sealed class ChangRoberts(IRing ring) : EventSystem<ChangRoberts.State, ChangRoberts.Event>
{
    /// <summary>How a node fares.</summary>
    public enum Status
    {
        /// <summary>It may still win.</summary>
        Candidate,

        /// <summary>It has seen a smaller id, or is no initiator.</summary>
        Lost,

        /// <summary>Its id came back.</summary>
        Won,
    }

    /// <summary>One node.</summary>
    /// <param name="Initiator">Whether it starts an election.</param>
    /// <param name="Status">How it fares.</param>
    /// <param name="Running">Whether it has started.</param>
    /// <param name="Mailbox">The ids that it has received and not looked at.</param>
    public sealed record Local(bool Initiator, Status Status, bool Running, Set<Node> Mailbox);

    /// <summary>All nodes.</summary>
    /// <param name="Locals">Each node.</param>
    public sealed record State(Map<Node, Local> Locals);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>A node starts; an initiator sends its id.</summary>
        public sealed record Start(Node At) : Event;

        /// <summary>A node takes an id from its mailbox.</summary>
        public sealed record Receive(Node At, Node Id) : Event;
    }

    /// <summary>Initial states: any set of nodes are initiators.</summary>
    /// <param name="initiators">The initiators.</param>
    [Initial]
    public State StartsWith(Set<Node> initiators) => new(ring.Nodes.ToMap(n => new Local(
        initiators.Contains(n), initiators.Contains(n) ? Status.Candidate : Status.Lost, false, Set<Node>.Empty)));

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Start(var i) when !s.Locals[i].Running => Started(s, i, s.Locals[i]),
        Event.Receive(var i, var k) when s.Locals[i].Running && s.Locals[i].Mailbox.Contains(k) =>
            Received(s with { Locals = s.Locals.Set(i, s.Locals[i] with { Mailbox = s.Locals[i].Mailbox.Remove(k) }) }, i, k),
        _ => null,
    };

    /// <summary>Who wins has the smallest id of all initiators.</summary>
    [Invariant]
    public bool OnlyTheSmallestInitiatorWins(State s, Node i, Node k) =>
        Implies(s.Locals[i].Status == Status.Won && s.Locals[k].Initiator, !ring.Less(k, i));

    /// <summary>Somebody wins.</summary>
    [Sometimes]
    public bool SomebodyWins(State s, Node i) => s.Locals[i].Status == Status.Won;

    private State Started(State s, Node i, Local local)
    {
        var running = s with { Locals = s.Locals.Set(i, local with { Running = true }) };
        return local.Initiator ? Sent(running, ring.Next(i), i) : running;
    }

    private State Received(State s, Node i, Node k)
    {
        var local = s.Locals[i];
        return local.Status == Status.Lost ? Sent(s, ring.Next(i), k)
            : ring.Less(k, i) ? Sent(s with { Locals = s.Locals.Set(i, local with { Status = Status.Lost }) }, ring.Next(i), k)
            : k == i ? s with { Locals = s.Locals.Set(i, local with { Status = Status.Won }) }
            : s;
    }

    private static State Sent(State s, Node to, Node id) =>
        s with { Locals = s.Locals.Set(to, s.Locals[to] with { Mailbox = s.Locals[to].Mailbox.Add(id) }) };
}
