using Igloo.Models;
using Igloo.Values;
using static Igloo.Models.Logic;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>Each champion outranks the one before.</summary>
public sealed class Succession(IRanking ranking) : EventSystem<Succession.State, Succession.Event>
{
    public sealed record State(Client? Champion, Set<Client> Former);

    public abstract record Event
    {
        public sealed record Win(Client Client) : Event;
    }

    public override State Initial => new(null, Set<Client>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Win(var c) when s.Champion is null => s with { Champion = c },
        Event.Win(var c) when s.Champion is { } old && ranking.Outranks(c, old) => new State(c, s.Former.Add(old)),
        _ => null,
    };

    /// <summary>The champion outranks all former ones.</summary>
    [Invariant]
    public bool ChampionOutranks(State s, Client champion, Client former) =>
        Implies(s.Champion == champion && s.Former.Contains(former), ranking.Outranks(champion, former));

    /// <summary>Nobody comes back.</summary>
    [Invariant]
    public bool NobodyComesBack(State s, Client c) => Implies(s.Former.Contains(c), s.Champion != c);
}
