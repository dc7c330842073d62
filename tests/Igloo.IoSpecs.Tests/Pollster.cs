using Igloo.Components;
using Igloo.Values;

namespace Igloo.IoSpecs.Tests;

/// <summary>A component that branches on what it is answered, inline.</summary>
public sealed class Pollster : Component<Pollster.State, Pollster.Event>
{
    public sealed record State(Set<Address> Refused, int Count, bool IsOpen);

    public abstract record Event
    {
        [Io<Ask>]
        public sealed record Asks(Address Whom, [Input] bool Answer) : Event;

        [Io<Draw>]
        public sealed record DrawsLow([Input] int Number) : Event;

        [Io<Draw>]
        public sealed record DrawsHigh([Input] int Number) : Event;
    }

    public sealed class Ask : IoOperation<Address, bool>;

    public sealed class Draw : IoOperation<Unit, int>;

    public override State Initial => new(Set<Address>.Empty, 0, IsOpen: true);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Asks(var whom, var answer) when s.IsOpen => answer ? s with { Count = s.Count + 1 } : s with { Refused = s.Refused.Add(whom) },
        Event.DrawsLow(var number) when s.IsOpen && number < 10 => s with { Count = number },
        Event.DrawsHigh(var number) when s.IsOpen && 10 <= number => s with { IsOpen = false },
        _ => null,
    };
}
