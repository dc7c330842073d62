using Igloo.Models;
using Igloo.Values;
using static Igloo.Models.Logic;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>A correct lock that states what it is for, but not why it holds.</summary>
public sealed class WeakLock : EventSystem<WeakLock.State, WeakLock.Event>
{
    public sealed record State(bool ServerHasToken, Set<Client> Grants, Set<Client> Holding);

    public abstract record Event
    {
        public sealed record Grant(Client Client) : Event;

        public sealed record Take(Client Client) : Event;

        public sealed record Release(Client Client) : Event;
    }

    public override State Initial => new(true, Set<Client>.Empty, Set<Client>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Grant(var c) when s.ServerHasToken => s with { ServerHasToken = false, Grants = s.Grants.Add(c) },
        Event.Take(var c) when s.Grants.Contains(c) => s with { Grants = s.Grants.Remove(c), Holding = s.Holding.Add(c) },
        Event.Release(var c) when s.Holding.Contains(c) => s with { Holding = s.Holding.Remove(c), ServerHasToken = true },
        _ => null,
    };

    /// <summary>No two clients hold the lock.</summary>
    [Invariant]
    public bool AtMostOneHolder(State s, Client a, Client b) => Implies(s.Holding.Contains(a) && s.Holding.Contains(b), a == b);
}
