namespace Igloo.Liveness.Tests.Models;

/// <summary>Chang and Roberts' election of the largest of n nodes on a ring, over a network that may lose messages if the universe has losses.</summary>
public sealed class Election(int size) : EventSystem<Election.State, Election.Event>
{
    public sealed record Message(int To, int Id);

    public sealed record State(Set<int> Started, Set<Message> Underway, Set<int> Leaders);

    public abstract record Event
    {
        [WeaklyFair]
        public sealed record Start(int Node) : Event;

        [WeaklyFair]
        public sealed record Deliver(Message What) : Event;

        public sealed record Lose(Message What) : Event;
    }

    public override State Initial => new(Set<int>.Empty, Set<Message>.Empty, Set<int>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Start(var i) when !s.Started.Contains(i) => s with { Started = s.Started.Add(i), Underway = s.Underway.Add(new Message(After(i), i)) },
        Event.Deliver(var m) when s.Underway.Contains(m) => Received(s with { Underway = s.Underway.Remove(m) }, m),
        Event.Lose(var m) when s.Underway.Contains(m) => s with { Underway = s.Underway.Remove(m) },
        _ => null,
    };

    [Invariant]
    public bool OnlyTheLargest(State s, int node) => Implies(s.Leaders.Contains(node), node == size - 1);

    /// <summary>Somebody is elected in the end.</summary>
    [Eventually]
    public bool LeaderIsElected(State s) => !s.Leaders.IsEmpty;

    private int After(int node) => node + 1 == size ? 0 : node + 1;

    private State Received(State s, Message m) =>
        m.Id == m.To ? s with { Leaders = s.Leaders.Add(m.To) }
        : m.Id > m.To ? s with { Underway = s.Underway.Add(new Message(After(m.To), m.Id)) }
        : s;
}
