using Igloo.Models;
using Igloo.Values;
using LeaderElection.Model;
using static Igloo.Models.Logic;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>The ring protocol, except that nodes forward ids whether or not they are larger than their own.</summary>
public sealed class ForgetfulRing(IRing ring) : EventSystem<ForgetfulRing.State, ForgetfulRing.Event>
{
    public sealed record State(Set<Node> Leaders, Map<Node, Set<Node>> Inbox);

    public abstract record Event
    {
        public sealed record Setup(Node Node) : Event;

        public sealed record Accept(Node At, Node Id) : Event;

        public sealed record Elect(Node Node) : Event;
    }

    public override State Initial => new(Set<Node>.Empty, Map<Node, Set<Node>>.Constant(Set<Node>.Empty));

    public override State? Next(State s, Event e) => e switch
    {
        Event.Setup(var n) => Sent(s, ring.Next(n), n),
        Event.Accept(var at, var id) when s.Inbox[at].Contains(id) => Sent(s, ring.Next(at), id),
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

    private static State Sent(State s, Node to, Node id) => s with { Inbox = s.Inbox.Set(to, s.Inbox[to].Add(id)) };
}
