using Igloo.Components;

namespace Igloo.Monitoring.Tests.Models;

/// <summary>Climbs by itself, a hundred rungs at most, and calls out every rung that it has passed.</summary>
public sealed class Ladder : Component<Ladder.State, Ladder.Event>
{
    public sealed record State(int Rung);

    public abstract record Event
    {
        [Internal(IsAutomatic = true)]
        public sealed record Climb : Event;

        [Io<Operations.Kept>]
        public sealed record Call(int Rung) : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Climb when s.Rung < 100 => new(s.Rung + 1),
        Event.Call(var rung) when rung <= s.Rung => s,
        _ => null,
    };

    public static IEnumerable<Event> Hidden(State s) => [new Event.Climb()];
}
