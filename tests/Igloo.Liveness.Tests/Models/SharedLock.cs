namespace Igloo.Liveness.Tests.Models;

[Sort]
public readonly record struct Client(int Index);

/// <summary>A lock that is handed to anybody who waits: fair only if fairness is strong.</summary>
public sealed class SharedLock : EventSystem<SharedLock.State, SharedLock.Event>
{
    public sealed record State(Set<Client> Waiting, Client? Holder);

    public abstract record Event
    {
        public sealed record Ask(Client By) : Event;

        [WeaklyFair]
        public sealed record Acquire(Client By) : Event;

        [StronglyFair]
        public sealed record Obtain(Client By) : Event;

        [StronglyFair(Per = [])]
        public sealed record Grab(Client By) : Event;

        [WeaklyFair]
        public sealed record Release(Client By) : Event;
    }

    public override State Initial => new(Set<Client>.Empty, null);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Ask(var c) when s.Holder != c => s with { Waiting = s.Waiting.Add(c) },
        Event.Acquire(var c) => Taken(s, c),
        Event.Obtain(var c) => Taken(s, c),
        Event.Grab(var c) => Taken(s, c),
        Event.Release(var c) when s.Holder == c => s with { Holder = null },
        _ => null,
    };

    /// <summary>Nobody starves.</summary>
    [LeadsTo]
    public Response Served(State s, Client c) => LeadsTo(s.Waiting.Contains(c), s.Holder == c);

    /// <summary>The lock is used.</summary>
    [LeadsTo]
    public Response Used(State s) => LeadsTo(!s.Waiting.IsEmpty, s.Holder != null);

    private static State? Taken(State s, Client c) =>
        s.Holder == null && s.Waiting.Contains(c) ? new State(s.Waiting.Remove(c), c) : null;
}
