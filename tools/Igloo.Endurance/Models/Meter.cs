using Igloo.Components;
using Igloo.Values;

namespace Igloo.Endurance.Models;

/// <summary>Outputs of every failure contract, each with the current count; inputs while the count is low, and answers while it is even.</summary>
internal class Meter : Component<Meter.State, Meter.Event>
{
    public const int Full = 6;

    /// <summary>The local state.</summary>
    public sealed record State(int Count, int Sum);

    public sealed class Kept : IoOperation<int, Unit>
    {
        public override FailureContract OnFailure => FailureContract.Keep;
    }

    public sealed class Lost : IoOperation<int, Unit>
    {
        public override FailureContract OnFailure => FailureContract.Lost;
    }

    public sealed class Doubtful : IoOperation<int, Unit>
    {
        public override FailureContract OnFailure => FailureContract.Unknown;
    }

    public sealed class Stopping : IoOperation<int, Unit>
    {
        public override FailureContract OnFailure => FailureContract.Stop;
    }

    public sealed class Small : IoOperation<Unit, int>
    {
        public override FailureContract OnFailure => FailureContract.Keep;

        public override bool Returns(Unit output, int input) => input is >= 0 and < 4;
    }

    public sealed class Any : IoOperation<int, int>
    {
        public override FailureContract OnFailure => FailureContract.Keep;
    }

    public abstract record Event
    {
        [Io<Kept>]
        public sealed record Keep(int N) : Event;

        [Io<Lost>]
        public sealed record Lose(int N) : Event;

        [Io<Doubtful>]
        public sealed record Doubt(int N) : Event;

        [Io<Stopping>]
        public sealed record Stop(int N) : Event;

        [Io<Small>]
        public sealed record Take([Input] int N) : Event;

        [Io<Any>]
        public sealed record Ask(int N, [Input] int Answer) : Event;

        [Internal]
        public sealed record Jump(int To) : Event;

        [Internal]
        public sealed record Reset : Event;
    }

    public override State Initial => new(0, 0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Keep(var n) when n == s.Count => s with { Count = n + 1 },
        Event.Lose(var n) when n == s.Count => s with { Count = n + 1 },
        Event.Doubt(var n) when n >= s.Count && n <= Full => s with { Count = n + 1 },
        Event.Stop(var n) when n == s.Count => s with { Count = n + 1 },
        Event.Take(var n) when s.Count < Full => s with { Sum = s.Sum + n },
        Event.Ask(var n, _) when n % 2 == s.Count % 2 => s,
        Event.Jump(var to) when to > s.Count => s with { Count = to },
        Event.Reset => Initial,
        _ => null,
    };
}
