using Igloo.Components;

namespace Igloo.Monitoring.Tests.Models;

/// <summary>Counts by itself for ever.</summary>
public sealed class Clockwork : Component<Clockwork.State, Clockwork.Event>
{
    public sealed record State(int Ticks);

    public abstract record Event
    {
        [Internal(IsAutomatic = true)]
        public sealed record Tick : Event;

        [Internal]
        public sealed record Wind : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e is Event.Tick ? new State(s.Ticks + 1) : s;
}
