namespace Igloo.Exploring.Tests.Packed.Models;

/// <summary>Fails in some states: reads a key that is absent.</summary>
public sealed class Faulty : EventSystem<Faulty.State, Faulty.Event>
{
    public sealed record State(FiniteMap<bool, int> Places, int Steps);

    public abstract record Event
    {
        public sealed record Forget(bool Key) : Event;

        public sealed record Read : Event;
    }

    public override State Initial => new(FiniteMap<bool, int>.Empty.Set(true, 1).Set(false, 2), 0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Forget(var key) when s.Places.ContainsKey(key) && s.Steps < 3 => s with { Places = s.Places.Remove(key), Steps = s.Steps + 1 },
        Event.Read when s.Steps >= 1 && s.Places[true] == 1 => s with { Steps = 3 },
        _ => null,
    };
}

/// <summary>Counts further than any bound that is guessed at first.</summary>
public sealed class Climber : EventSystem<Climber.State, Climber.Event>
{
    public sealed record State(int Height, Seq<bool> Path);

    public abstract record Event
    {
        public sealed record Up : Event;

        public sealed record Down : Event;
    }

    public override State Initial => new(0, Seq<bool>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Up when s.Height < 40 => new State(s.Height + 3, s.Path.Count < 5 ? s.Path.Append(true) : s.Path),
        Event.Down when s.Height > -20 => new State(s.Height - 2, s.Path.Count < 5 ? s.Path.Append(false) : s.Path),
        _ => null,
    };

    [Invariant]
    public bool StaysLow(State s) => s.Height != 39;
}

/// <summary>Has no end.</summary>
public sealed class Tower : EventSystem<Tower.State, Tower.Event>
{
    public sealed record State(int Height);

    public abstract record Event
    {
        public sealed record Build : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Build => new State(s.Height + 1),
        _ => null,
    };
}

/// <summary>A theory whose operation changes its mind, so that terms and code disagree.</summary>
public interface IWeather : ITheory
{
    /// <summary>Whether it rains.</summary>
    bool Rains(bool today);
}

public sealed class Changing : IWeather
{
    public bool IsWet { get; set; }

    public bool Rains(bool today) => today && IsWet;
}

public sealed class Forecast(IWeather weather) : EventSystem<Forecast.State, Forecast.Event>
{
    public sealed record State(bool Wet, bool Morning);

    public abstract record Event
    {
        public sealed record Wake : Event;

        public sealed record Look : Event;
    }

    public override State Initial => new(false, true);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Wake when !s.Morning => s with { Morning = true },
        Event.Look when s.Morning => new State(weather.Rains(true), false),
        _ => null,
    };

    [Invariant]
    public bool StaysDry(State s) => !weather.Rains(s.Morning);
}
