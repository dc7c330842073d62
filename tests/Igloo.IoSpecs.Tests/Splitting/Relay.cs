using Igloo.Components;

namespace Igloo.IoSpecs.Tests.Splitting;

/// <summary>Two directions that have nothing to do with each other: what comes from the left goes to the right, and the other way round.</summary>
public sealed class Relay : Component<Relay.State, Relay.Event>
{
    public sealed record State(int? FromLeft, int? FromRight);

    public abstract record Event
    {
        [Io<Read>]
        public sealed record ReadLeft([Input] int Word) : Event;

        [Io<Write>]
        public sealed record WriteRight(int Word) : Event;

        [Io<ReadOther>]
        public sealed record ReadRight([Input] int Word) : Event;

        [Io<WriteOther>]
        public sealed record WriteLeft(int Word) : Event;
    }

    public sealed class Read : IoOperation<Unit, int>;

    public sealed class Write : IoOperation<int, Unit>;

    public sealed class ReadOther : IoOperation<Unit, int>;

    public sealed class WriteOther : IoOperation<int, Unit>;

    public static Event[] Universe { get; } =
        [.. Enumerable.Range(0, 2).SelectMany(w => (Event[])[new Event.ReadLeft(w), new Event.WriteRight(w), new Event.ReadRight(w), new Event.WriteLeft(w)])];

    public override State Initial => new(null, null);

    public override State? Next(State s, Event e) => e switch
    {
        Event.ReadLeft(var word) when s.FromLeft == null => s with { FromLeft = word },
        Event.WriteRight(var word) when s.FromLeft == word => s with { FromLeft = null },
        Event.ReadRight(var word) when s.FromRight == null => s with { FromRight = word },
        Event.WriteLeft(var word) when s.FromRight == word => s with { FromRight = null },
        _ => null,
    };
}
