using Igloo.Components;

namespace Igloo.Monitoring.Tests.Models;

/// <summary>Counts its outputs, each of which has the current count; takes inputs while the count is below 3.</summary>
public sealed class Counter : Component<Counter.State, Counter.Event>
{
    public sealed record State(int Count, int Sum);

    public abstract record Event
    {
        [Io<Operations.Kept>]
        public sealed record Keep(int N) : Event;

        [Io<Operations.Lost>]
        public sealed record Lose(int N) : Event;

        [Io<Operations.Stopping>]
        public sealed record Stop(int N) : Event;

        [Io<Operations.Uncertain>]
        public sealed record Doubt(int N) : Event;

        [Io<Operations.Take>]
        public sealed record Take([Input] int N) : Event;

        [Io<Operations.Larger>]
        public sealed record Ask(int N, [Input] int Answer) : Event;

        [Internal]
        public sealed record Jump(int To) : Event;
    }

    public override State Initial => new(0, 0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Keep(var n) when n == s.Count => s with { Count = n + 1 },
        Event.Lose(var n) when n == s.Count => s with { Count = n + 1 },
        Event.Stop(var n) when n == s.Count => s with { Count = n + 1 },
        Event.Doubt(var n) when n == s.Count => s with { Count = n + 1 },
        Event.Take(var n) when s.Count < 3 => s with { Sum = s.Sum + n },
        Event.Ask(var n, var answer) when n == s.Count => s with { Sum = s.Sum + answer },
        Event.Jump(var to) when to > s.Count => s with { Count = to },
        _ => null,
    };
}
