using LeaderElection.Model;

namespace Igloo.Exploring.Tests.Models;

/// <summary>Chang and Roberts with initiators, as specified for the comparison with other tools.</summary>
public sealed class ChangRoberts(IRing ring) : EventSystem<ChangRoberts.State, ChangRoberts.Event>
{
    public enum Status
    {
        Candidate,
        Lost,
        Won,
    }

    public sealed record Local(bool Initiator, Status Status, bool Running, Set<Node> Mailbox);

    public sealed record State(Map<Node, Local> Locals);

    public abstract record Event
    {
        public sealed record Start(Node At) : Event;

        public sealed record Receive(Node At, Node Id) : Event;
    }

    [Initial]
    public State StartsWith(Set<Node> initiators) => new(ring.Nodes.ToMap(
        n => new Local(initiators.Contains(n), initiators.Contains(n) ? Status.Candidate : Status.Lost, false, [])));

    public override State? Next(State s, Event e) => e switch
    {
        Event.Start(var i) when !s.Locals[i].Running => Started(s, i, s.Locals[i]),
        Event.Receive(var i, var k) when s.Locals[i].Running && s.Locals[i].Mailbox.Contains(k) =>
            Received(s with { Locals = s.Locals.Set(i, s.Locals[i] with { Mailbox = s.Locals[i].Mailbox.Remove(k) }) }, i, k),
        _ => null,
    };

    [Invariant]
    public bool OnlyTheLargestCandidateWins(State s, Node i, Node k) =>
        Implies(s.Locals[i].Status == Status.Won && s.Locals[k].Initiator, !ring.Less(k, i));

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
