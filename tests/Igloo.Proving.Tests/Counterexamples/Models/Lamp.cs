using Igloo.Models;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>A lamp.</summary>
public sealed class Lamp : EventSystem<Lamp.State, Lamp.Event>
{
    public sealed record State(bool IsOn);

    public abstract record Event
    {
        public sealed record Switch : Event;
    }

    public override State Initial => new(false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Switch => new State(!s.IsOn),
        _ => null,
    };
}
