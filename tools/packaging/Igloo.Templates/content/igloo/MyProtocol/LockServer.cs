namespace MyProtocol;

/// <summary>A lock that any number of clients compete for.</summary>
public sealed class LockServer : EventSystem<LockServer.State, LockServer.Event>
{
    /// <summary>State: who holds the lock.</summary>
    public sealed record State(Set<Client> Holders);

    /// <summary>Events: what can happen.</summary>
    public abstract record Event
    {
        /// <summary>A client gets the lock.</summary>
        public sealed record Acquire(Client Client) : Event;

        /// <summary>A client gives the lock back.</summary>
        public sealed record Release(Client Client) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Set<Client>.Empty);

    /// <summary>The state after the event, or null where the event is not enabled. What stands after <c>when</c> is its guard.</summary>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Acquire(var client) when s.Holders.IsEmpty => s with { Holders = s.Holders.Add(client) },
        Event.Release(var client) when s.Holders.Contains(client) => s with { Holders = s.Holders.Remove(client) },
        _ => null,
    };

    /// <summary>At most one client holds the lock.</summary>
    [Invariant]
    public bool MutualExclusion(State s, Client a, Client b) => Implies(s.Holders.Contains(a) && s.Holders.Contains(b), a == b);
}
