namespace Igloo.Proving.Tests.Mutants;

/// <summary>Events that are possible, or not, for the one cell whose value is the default of a map over the domain.</summary>
public sealed class LeastCells(ICells cells) : EventSystem<LeastCells.State, LeastCells.Event>
{
    public sealed record State(bool SawLeast, bool SawOther);

    public abstract record Event
    {
        public sealed record Least(Cell A, Cell B) : Event;
        public sealed record Other(Cell A, Cell B) : Event;
    }

    public override State Initial => new(false, false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Least(var a, var b) when a != b && IsLeast(a) => s with { SawLeast = true },
        Event.Other(var a, var b) when a != b && !IsLeast(a) => s with { SawOther = true },
        _ => null,
    };

    [Invariant] public bool NeverLeast(State s) => !s.SawLeast;

    [Invariant] public bool NeverOther(State s) => !s.SawOther;

    private bool IsLeast(Cell cell) => cells.All.ToMap(k => k == cell) != Map<Cell, bool>.Constant(false).Set(cell, true);
}
