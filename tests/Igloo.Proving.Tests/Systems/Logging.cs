namespace Igloo.Proving.Tests.Systems;

/// <summary>Reads a clock that never goes below zero. Not marked [Model]: its typing alone makes it part of models.</summary>
public sealed class ReadClock : IoOperation<Unit, int>
{
    public override bool Returns(Unit output, int input) => input >= 0;
}

/// <summary>A component whose operation has no output and a typing that an invariant needs.</summary>
public sealed class Logging : Component<Logging.State, Logging.Event>
{
    public sealed record State(int Time, DayOfWeek Day);

    public abstract record Event
    {
        [Io<ReadClock>] public sealed record Tick([Input] int Now) : Event;

        [Internal] public sealed record Turn : Event;
    }

    public override State Initial => new(0, DayOfWeek.Sunday);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Tick(var now) => s with { Time = now },
        Event.Turn => s with { Day = s.Day == DayOfWeek.Sunday ? DayOfWeek.Monday : DayOfWeek.Sunday, Time = Same(s.Time, 0) ? 1 : s.Time },
        _ => null,
    };

    [Invariant]
    public bool IsNotNegative(State s) => s.Time >= 0;

    [Invariant]
    public bool IsEarly(State s) => s.Day != DayOfWeek.Friday;

    [Invariant]
    public bool IsSunday(State s) => s.Day == DayOfWeek.Sunday;

    private static bool Same<T>(T a, T b) => Equals(a, b);
}
