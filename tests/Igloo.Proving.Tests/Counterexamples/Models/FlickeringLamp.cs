using Igloo.Models;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>A lamp that also goes off by itself, and divides.</summary>
public sealed class FlickeringLamp : EventSystem<FlickeringLamp.State, FlickeringLamp.Event>
{
    public sealed record State(bool IsOn, int Left);

    public abstract record Event
    {
        public sealed record Switch : Event;

        public sealed record Flicker : Event;

        public sealed record Share(int Parts) : Event;
    }

    public override State Initial => new(true, 100);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Switch => s with { IsOn = !s.IsOn },
        Event.Flicker when s.IsOn => s with { IsOn = false },
        Event.Share(var parts) => s with { Left = s.Left / parts },
        _ => null,
    };
}
