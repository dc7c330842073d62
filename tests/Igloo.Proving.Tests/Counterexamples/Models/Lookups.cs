using Igloo.Models;
using Igloo.Values;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>States something of a map behind Implies, which evaluates both of its sides.</summary>
public sealed class Lookups : EventSystem<Lookups.State, Lookups.Event>
{
    public sealed record State(FiniteMap<Client, int> Visits);

    public abstract record Event
    {
        public sealed record Visit(Client By) : Event;
    }

    public override State Initial => new(FiniteMap<Client, int>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Visit(var by) => s with { Visits = s.Visits.Set(by, 1) },
        _ => null,
    };

    [Invariant]
    public bool Positive(State s, Client c) => Implies(s.Visits.ContainsKey(c), s.Visits[c] > 0);
}
