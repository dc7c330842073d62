namespace Igloo.Testing.Tests.Models;

/// <summary>Ticks for ever, and rings late.</summary>
public sealed class Alarm : EventSystem<Alarm.State, Alarm.Event>
{
    public sealed record State(int Time);

    public abstract record Event
    {
        public sealed record Tick : Event;

        public sealed record Ring : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Tick => new State(s.Time + 1),
        Event.Ring when s.Time == 1000 => s,
        _ => null,
    };
}

/// <summary>Ticks for ever; it takes long to be late.</summary>
public sealed class Day : EventSystem<Day.State, Day.Event>
{
    public sealed record State(int Time);

    public abstract record Event
    {
        public sealed record Tick : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e is Event.Tick ? new(s.Time + 1) : null;

    [Sometimes]
    public bool IsLate(State s) => s.Time == 1000;
}

/// <summary>Never rings.</summary>
public sealed class Mute : EventSystem<Mute.State, Mute.Event>
{
    public sealed record State(bool IsOn);

    public abstract record Event
    {
        public sealed record Switch : Event;

        public sealed record Ring : Event;
    }

    public override State Initial => new(false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Switch => new State(!s.IsOn),
        Event.Ring when s.IsOn && !s.IsOn => s,
        _ => null,
    };
}
