namespace Igloo.Viewing.Tests.Models;

/// <summary>A lock whose first guard is forgotten.</summary>
public sealed class OpenLock : EventSystem<OpenLock.State, OpenLock.Event>
{
    public sealed record State(Set<Visitor> Holders);

    public abstract record Event
    {
        public sealed record Acquire(Visitor Visitor) : Event;

        public sealed record Release(Visitor Visitor) : Event;
    }

    public override State Initial => new(Set<Visitor>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Acquire(var v) => s with { Holders = s.Holders.Add(v) },
        Event.Release(var v) when s.Holders.Contains(v) => s with { Holders = s.Holders.Remove(v) },
        _ => null,
    };

    /// <summary>At most one visitor holds the lock.</summary>
    [Invariant]
    public bool Exclusion(State s, Visitor a, Visitor b) => Implies(s.Holders.Contains(a) && s.Holders.Contains(b), a == b);

    /// <summary>Nobody releases what he has not acquired.</summary>
    [TraceProperty]
    public bool ReleasesWhatWasAcquired(Past<Event> before, Event.Release now) => before.Contains(new Event.Acquire(now.Visitor));

    /// <summary>Somebody holds the lock.</summary>
    [Sometimes]
    public bool SomebodyHolds(State s) => !s.Holders.IsEmpty;
}
