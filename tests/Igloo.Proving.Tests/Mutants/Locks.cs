using LockServer;
using Mutex = LockServer.Mutex;
using State = LockServer.LockProtocol.State;
using Event = LockServer.LockProtocol.Event;

namespace Igloo.Proving.Tests.Mutants;

/// <summary>The lock server's state and what is said about it, for variants of its steps.</summary>
public abstract class Lock : EventSystem<State, Event>
{
    public override State Initial => new(true, Set<Client>.Empty, Set<Client>.Empty, Set<Client>.Empty);

    [Invariant]
    public bool AtMostOneHolder(State s, Client a, Client b) => Implies(s.Holding.Contains(a) && s.Holding.Contains(b), a == b);

    [Invariant]
    public bool OneGrant(State s, Client a, Client b) => Implies(s.Grants.Contains(a) && s.Grants.Contains(b), a == b);

    [Invariant]
    public bool OneReturn(State s, Client a, Client b) => Implies(s.Returns.Contains(a) && s.Returns.Contains(b), a == b);

    [Invariant]
    public bool ServerExcludesClients(State s, Client c) =>
        Implies(s.ServerHasToken, !s.Grants.Contains(c) && !s.Holding.Contains(c) && !s.Returns.Contains(c));

    [Invariant]
    public bool HoldingExcludesReturn(State s, Client a, Client b) => Implies(s.Holding.Contains(a), !s.Returns.Contains(b));

    protected static State Granted(State s, Client c) => s with { ServerHasToken = false, Grants = s.Grants.Add(c) };

    protected static State Taken(State s, Client c) => s with { Grants = s.Grants.Remove(c), Holding = s.Holding.Add(c) };

    protected static State Released(State s, Client c) => s with { Holding = s.Holding.Remove(c), Returns = s.Returns.Add(c) };

    protected static State Returned(State s, Client c) => s with { Returns = s.Returns.Remove(c), ServerHasToken = true };
}

/// <summary>An invariant is missing: a token on its way out is neither held nor on its way back.</summary>
public sealed class LockWithMissingInvariant : Lock
{
    public override State? Next(State s, Event e) => e switch
    {
        Event.Grant(var c) when s.ServerHasToken => Granted(s, c),
        Event.Take(var c) when s.Grants.Contains(c) => Taken(s, c),
        Event.Release(var c) when s.Holding.Contains(c) => Released(s, c),
        Event.Return(var c) when s.Returns.Contains(c) => Returned(s, c),
        _ => null,
    };
}

/// <summary>All invariants, but the server grants without having the token.</summary>
public sealed class LockWithDroppedGuard : Lock
{
    public override State? Next(State s, Event e) => e switch
    {
        Event.Grant(var c) => Granted(s, c),
        Event.Take(var c) when s.Grants.Contains(c) => Taken(s, c),
        Event.Release(var c) when s.Holding.Contains(c) => Released(s, c),
        Event.Return(var c) when s.Returns.Contains(c) => Returned(s, c),
        _ => null,
    };

    [Invariant]
    public bool GrantExcludesTheRest(State s, Client a, Client b) => Implies(s.Grants.Contains(a), !s.Holding.Contains(b) && !s.Returns.Contains(b));
}

/// <summary>Nobody can release: its guard contradicts the invariants.</summary>
public sealed class LockWithVacuousEvent : Lock
{
    public override State? Next(State s, Event e) => e switch
    {
        Event.Grant(var c) when s.ServerHasToken => Granted(s, c),
        Event.Take(var c) when s.Grants.Contains(c) => Taken(s, c),
        Event.Release(var c) when s.Holding.Contains(c) && s.ServerHasToken => Released(s, c),
        _ => null,
    };

    [Invariant]
    public bool GrantExcludesTheRest(State s, Client a, Client b) => Implies(s.Grants.Contains(a), !s.Holding.Contains(b) && !s.Returns.Contains(b));

    [Invariant]
    public bool SaysNothing(State s, Client c) => Implies(s.Holding.Contains(c) && s.ServerHasToken, s.Returns.Contains(c));

    [Lemma]
    public bool HoldersAreAlone(State s, Client a, Client b) => Implies(s.Holding.Contains(a), !s.Grants.Contains(b));

    [Lemma]
    public bool IsNoLemma(State s) => s.ServerHasToken;
}

/// <summary>Acquiring is invisible.</summary>
public sealed class LockWithSkippedTake() : Refinement<State, Event, Mutex.State, Mutex.Event>(new LockProtocol(), new Mutex())
{
    public override bool Related(State c, Mutex.State a) =>
        a.Holder is { } holder ? c.Holding.Contains(holder) && c.Holding.All(h => h == holder) : c.Holding.IsEmpty;

    public override Mutex.Event? Mediate(Event e) => e is Event.Release(var c) ? new Mutex.Event.Release(c) : null;
}

/// <summary>Plain relations relate too much: the abstract release is not enabled.</summary>
public sealed class LockWithWeakRelation() : Refinement<State, Event, Mutex.State, Mutex.Event>(new LockProtocol(), new Mutex())
{
    public override bool Related(State c, Mutex.State a) => true;

    public override Mutex.Event? Mediate(Event e) => e switch
    {
        Event.Take(var c) => new Mutex.Event.Acquire(c),
        Event.Release(var c) => new Mutex.Event.Release(c),
        _ => null,
    };
}
