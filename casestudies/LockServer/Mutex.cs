namespace LockServer;

/// <summary>The abstract model: a lock that at most one client holds.</summary>
public sealed class Mutex : EventSystem<Mutex.State, Mutex.Event>
{
    /// <summary>Who holds the lock.</summary>
    public sealed record State(Client? Holder);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>A client gets the lock.</summary>
        public sealed record Acquire(Client Client) : Event;

        /// <summary>The holder gives it back.</summary>
        public sealed record Release(Client Client) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Holder: null);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Acquire(var c) when s.Holder is null => s with { Holder = c },
        Event.Release(var c) when s.Holder == c => s with { Holder = null },
        _ => null,
    };

    /// <summary>Nobody releases a lock that he has never acquired.</summary>
    [TraceProperty]
    public bool ReleasesWhatWasAcquired(Past<Event> before, Event.Release now) => before.Contains(new Event.Acquire(now.Client));

    /// <summary>The holder has acquired the lock.</summary>
    [Invariant]
    public bool HolderHasAcquired(State s, Past<Event> past, Client c) => Implies(s.Holder == c, past.Contains(new Event.Acquire(c)));
}
