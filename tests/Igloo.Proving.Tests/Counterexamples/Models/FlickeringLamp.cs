using Igloo.Models;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>A lamp that also goes off by itself, and can be dimmed.</summary>
public sealed class FlickeringLamp : EventSystem<FlickeringLamp.State, FlickeringLamp.Event>
{
    public sealed record State(bool IsOn, int Left);

    public abstract record Event
    {
        public sealed record Switch : Event;

        public sealed record Flicker : Event;

        public sealed record Dim(int Watts) : Event;
    }

    public override State Initial => new(true, 100);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Switch => s with { IsOn = !s.IsOn },
        Event.Flicker when s.IsOn => s with { IsOn = false },
        Event.Dim(var watts) => s with { Left = s.Left - watts },
        _ => null,
    };
}
