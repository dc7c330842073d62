using Igloo.Components;

namespace Igloo.Monitoring.Tests.Models;

/// <summary>Hears knocks until a bell has rung while it was tight; a fetch that fails ends it.</summary>
public sealed class Latch : Component<Latch.State, Latch.Event>
{
    public sealed record State(bool IsTight, bool HasRung);

    public sealed class Fetching : IoOperation<Unit, int>
    {
        public override FailureContract OnFailure => FailureContract.Stop;
    }

    public abstract record Event
    {
        [Io<Operations.Take>]
        public sealed record Knock([Input] int N) : Event;

        [Io<Turnstile.Bell>]
        public sealed record Ring([Input] int N) : Event;

        [Io<Fetching>]
        public sealed record Fetch([Input] int N) : Event;

        [Internal]
        public sealed record Tighten : Event;
    }

    public override State Initial => new(false, false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Knock when !s.HasRung => s,
        Event.Ring => s with { HasRung = s.HasRung || s.IsTight },
        Event.Fetch => s,
        Event.Tighten => s with { IsTight = true },
        _ => null,
    };
}
