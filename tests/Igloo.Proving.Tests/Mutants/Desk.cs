namespace Igloo.Proving.Tests.Mutants;

/// <summary>Whom each peer waits for, if for anybody; that it is known does not mean that it is somebody.</summary>
public sealed class Desk : EventSystem<Desk.State, Desk.Event>
{
    public sealed record State(FiniteMap<Peer, Peer?> Waits);

    public abstract record Event
    {
        public sealed record Know(Peer Who, Peer? For) : Event;
    }

    public override State Initial => new(FiniteMap<Peer, Peer?>.Empty);

    public override State? Next(State s, Event e) => e is Event.Know(var who, var other) ? new(s.Waits.Set(who, other)) : null;

    [Lemma] public bool EntriesAreNotNull(State s, Peer p) => Implies(s.Waits.ContainsKey(p), s.Waits[p] != null);
}
