using Igloo.Components;

namespace Igloo.Monitoring.Tests.Models;

/// <summary>Has a number of places, each for one input or one output; hears a bell at night only.</summary>
public sealed class Turnstile(int places) : Component<Turnstile.State, Turnstile.Event>
{
    public sealed record State(int Places, bool IsNight);

    public abstract record Event
    {
        [Io<Operations.Take>]
        public sealed record Enter([Input] int Visitor) : Event;

        [Io<Operations.Kept>]
        public sealed record Rent(int To) : Event;

        [Io<Bell>]
        public sealed record Ring([Input] int Times) : Event;

        [Internal]
        public sealed record Close : Event;

        [Internal]
        public sealed record Darken : Event;
    }

    [Blocking]
    public sealed class Bell : IoOperation<Unit, int>;

    public override State Initial => new(places, false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Enter when s.Places > 0 => s with { Places = s.Places - 1 },
        Event.Rent when s.Places > 0 => s with { Places = s.Places - 1 },
        Event.Ring when s.IsNight => s,
        Event.Close => s with { Places = 0 },
        Event.Darken => s with { IsNight = true },
        _ => null,
    };
}
