namespace Igloo.Exploring.Tests.Models;

/// <summary>Counts without end, in two ways, from either of two states.</summary>
public sealed class Counter : EventSystem<Counter.State, Counter.Event>
{
    public sealed record State(int Count);

    public abstract record Event
    {
        public sealed record Increment : Event;

        public sealed record Overflow : Event;

        public sealed record Never : Event;
    }

    [Initial]
    public State? Start(bool high, bool allowed) => allowed ? new State(high ? 10 : 0) : null;

    public override State? Next(State s, Event e) => e switch
    {
        Event.Increment => s with { Count = s.Count + 1 },
        Event.Overflow when s.Count == 12 => s with { Count = s.Count * int.MaxValue },
        Event.Never => null,
        _ => null,
    };

    [Invariant]
    public bool IsSmall(State s) => s.Count < 12;

    [StepProperty]
    public bool StaysPut(State before, Event.Increment e, State after) => after.Count == before.Count + 1 && before.Count != 11;

    [Sometimes]
    public bool IsOne(State s) => s.Count == 1;

    [Sometimes]
    public bool IsNegative(State s) => s.Count < 0;
}
