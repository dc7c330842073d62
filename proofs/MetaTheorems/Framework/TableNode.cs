using Igloo.Components;

namespace MetaTheorems.Framework;

/// <summary>A transition table as a component: event 0 is internal, the others are I/O.</summary>
public sealed class TableNode(Table table) : Component<TableNode.State, TableNode.Event>
{
    public sealed record State(int Number);

    public abstract record Event
    {
        [Internal]
        public sealed record Think : Event;

        [Io<Talking>]
        public sealed record Talk(int Word) : Event;
    }

    public sealed class Talking : IoOperation<int, Unit>;

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Think => At(table.After(s.Number, 0)),
        Event.Talk(var word) => At(table.After(s.Number, word)),
        _ => null,
    };

    private static State? At(int? number) => number is { } n ? new(n) : null;
}
