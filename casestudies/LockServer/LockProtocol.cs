namespace LockServer;

/// <summary>The protocol model: a server hands out a token over reliable channels that neither lose nor duplicate.</summary>
public sealed class LockProtocol : EventSystem<LockProtocol.State, LockProtocol.Event>
{
    /// <summary>Where the token is.</summary>
    /// <param name="ServerHasToken">The server has it.</param>
    /// <param name="Grants">It is on its way to these clients.</param>
    /// <param name="Holding">These clients have it.</param>
    /// <param name="Returns">It is on its way back from these clients.</param>
    public sealed record State(bool ServerHasToken, Set<Client> Grants, Set<Client> Holding, Set<Client> Returns);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>The server sends the token to a client.</summary>
        public sealed record Grant(Client Client) : Event;

        /// <summary>The client receives it.</summary>
        public sealed record Take(Client Client) : Event;

        /// <summary>The client sends it back.</summary>
        public sealed record Release(Client Client) : Event;

        /// <summary>The server receives it.</summary>
        public sealed record Return(Client Client) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(true, Set<Client>.Empty, Set<Client>.Empty, Set<Client>.Empty);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Grant(var c) when s.ServerHasToken => s with { ServerHasToken = false, Grants = s.Grants.Add(c) },
        Event.Take(var c) when s.Grants.Contains(c) => s with { Grants = s.Grants.Remove(c), Holding = s.Holding.Add(c) },
        Event.Release(var c) when s.Holding.Contains(c) => s with { Holding = s.Holding.Remove(c), Returns = s.Returns.Add(c) },
        Event.Return(var c) when s.Returns.Contains(c) => s with { Returns = s.Returns.Remove(c), ServerHasToken = true },
        _ => null,
    };

    /// <summary>No two clients hold the lock.</summary>
    [Invariant]
    public bool AtMostOneHolder(State s, Client a, Client b) => Implies(s.Holding.Contains(a) && s.Holding.Contains(b), a == b);

    /// <summary>There is one token.</summary>
    [Invariant]
    public bool OneGrant(State s, Client a, Client b) => Implies(s.Grants.Contains(a) && s.Grants.Contains(b), a == b);

    /// <summary>There is one token.</summary>
    [Invariant]
    public bool OneReturn(State s, Client a, Client b) => Implies(s.Returns.Contains(a) && s.Returns.Contains(b), a == b);

    /// <summary>A token at the server is nowhere else.</summary>
    [Invariant]
    public bool ServerExcludesClients(State s, Client c) =>
        Implies(s.ServerHasToken, !s.Grants.Contains(c) && !s.Holding.Contains(c) && !s.Returns.Contains(c));

    /// <summary>A token on its way out is neither held nor on its way back.</summary>
    [Invariant]
    public bool GrantExcludesTheRest(State s, Client a, Client b) => Implies(s.Grants.Contains(a), !s.Holding.Contains(b) && !s.Returns.Contains(b));

    /// <summary>A token that is held is not on its way back.</summary>
    [Invariant]
    public bool HoldingExcludesReturn(State s, Client a, Client b) => Implies(s.Holding.Contains(a), !s.Returns.Contains(b));

    /// <summary>Somebody gets the lock.</summary>
    [Sometimes]
    public bool SomebodyHolds(State s) => !s.Holding.IsEmpty;
}
