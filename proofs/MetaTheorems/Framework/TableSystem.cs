using Igloo.Models;

namespace MetaTheorems.Framework;

/// <summary>A transition table as an event system of the framework.</summary>
public sealed class TableSystem(Table table) : EventSystem<TableSystem.State, TableSystem.Event>
{
    public sealed record State(int Number);

    public sealed record Event(int Number);

    public Table Table => table;

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => table.After(s.Number, e.Number) is { } after ? new(after) : null;
}
