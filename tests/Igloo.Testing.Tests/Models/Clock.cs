using Igloo.Models;

namespace Igloo.Testing.Tests.Models;

/// <summary>Ticks for ever.</summary>
public sealed class Clock : EventSystem<Clock.State, Clock.Event>
{
    public sealed record State(int Time);

    public abstract record Event
    {
        public sealed record Tick : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e is Event.Tick ? new(s.Time + 1) : null;

    [Invariant]
    public bool IsNotNegative(State s) => s.Time >= 0;
}
