namespace Igloo.Proving.Tests.Systems;

/// <summary>A system that begins nowhere.</summary>
public sealed class Unbegun : EventSystem<Unbegun.State, Unbegun.Event>
{
    public sealed record State(int X);

    public abstract record Event
    {
        public sealed record Add : Event;
    }

    public override State? Next(State s, Event e) => e switch
    {
        Event.Add => s with { X = s.X + 1 },
        _ => null,
    };

    [Invariant]
    public bool IsNotNegative(State s) => s.X >= 0;
}

/// <summary>A system in which nothing can happen.</summary>
public sealed class Eventless : EventSystem<Eventless.State, Eventless.Event>
{
    public sealed record State(int X);

    public abstract record Event;

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => null;

    [Invariant]
    public bool IsZero(State s) => s.X == 0;
}
