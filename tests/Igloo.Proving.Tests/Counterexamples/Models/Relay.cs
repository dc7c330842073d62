using Igloo.Models;
using Igloo.Theories;
using Igloo.Values;
using static Igloo.Models.Logic;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>Who hands over to whom; a theory that nobody has made an instance of.</summary>
public interface IRelay : ITheory
{
    Client Next(Client from);
}

/// <summary>Hands a token on and forgets to put it down. It needs somebody who starts, and nobody does.</summary>
public sealed class Relay(IRelay relay) : EventSystem<Relay.State, Relay.Event>
{
    public sealed record State(Set<Client> Holders);

    public abstract record Event
    {
        public sealed record HandOver(Client From) : Event;
    }

    public override State Initial => new(Set<Client>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.HandOver(var from) when s.Holders.Contains(from) => s with { Holders = s.Holders.Add(relay.Next(from)) },
        _ => null,
    };

    /// <summary>One client holds the token.</summary>
    [Invariant]
    public bool OneHolder(State s, Client a, Client b) => Implies(s.Holders.Contains(a) && s.Holders.Contains(b), a == b);
}
