using Igloo.Components;

namespace Igloo.Monitoring.Tests.Models;

/// <summary>Chooses by itself between two ways, each of which permits another output: not confluent.</summary>
public sealed class Either : Component<Either.State, Either.Event>
{
    public sealed record State(bool First, bool Second, bool IsChosen);

    public abstract record Event
    {
        [Internal(IsAutomatic = true)]
        public sealed record ChooseFirst : Event;

        [Internal(IsAutomatic = true)]
        public sealed record ChooseSecond : Event;

        [Io<Operations.Kept>]
        public sealed record Emit(int N) : Event;
    }

    public override State Initial => new(false, false, false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.ChooseFirst when !s.IsChosen => s with { First = true, IsChosen = true },
        Event.ChooseSecond when !s.IsChosen => s with { Second = true, IsChosen = true },
        Event.Emit(1) when s.First => s,
        Event.Emit(2) when s.Second => s,
        _ => null,
    };

    public static IEnumerable<Event> Hidden(State s) => [new Event.ChooseFirst(), new Event.ChooseSecond()];
}
