using Igloo.Models;
using Igloo.Values;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>Whoever has seen a number may take it.</summary>
public sealed class Numbers : EventSystem<Numbers.State, Numbers.Event>
{
    public sealed record State(Set<int> Seen, bool Taken);

    public abstract record Event
    {
        public sealed record See(int Number) : Event;

        public sealed record Take(int Limit) : Event;
    }

    public override State Initial => new(Set<int>.Empty, false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.See(var n) => s with { Seen = s.Seen.Add(n) },
        Event.Take(var limit) when s.Seen.Contains(limit) => s with { Taken = true },
        _ => null,
    };

    /// <summary>Nothing is taken.</summary>
    [Invariant]
    public bool NothingTaken(State s) => !s.Taken;
}
