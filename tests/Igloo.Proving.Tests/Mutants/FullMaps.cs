using Igloo.Theories;

namespace Igloo.Proving.Tests.Mutants;

[Sort]
public readonly record struct Cell(int Index);

public interface ICells : ITheory
{
    Domain<Cell> All { get; }
}

/// <summary>All cells are there, however many.</summary>
public sealed class Cells(int size) : ICells
{
    public Domain<Cell> All { get; } = new(Enumerable.Range(0, size).Select(i => new Cell(i)));
}

/// <summary>Two switches that always agree at every key, in maps with different defaults: the guard is true all the same.</summary>
public sealed class FullSwitches : EventSystem<FullSwitches.State, FullSwitches.Event>
{
    public sealed record State(Map<bool, int> One, Map<bool, int> Other, bool IsOpen);

    public abstract record Event
    {
        public sealed record Open : Event;
    }

    public override State Initial => new(Filled(Map<bool, int>.Constant(0)), Filled(Map<bool, int>.Constant(1)), false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Open when s.One != s.Other => s with { IsOpen = true },
        _ => null,
    };

    [Invariant] public bool AgreeAtEveryKey(State s, bool key) => s.One[key] == s.Other[key];

    [Invariant] public bool NeverOpens(State s) => !s.IsOpen;

    private static Map<bool, int> Filled(Map<bool, int> map) => map.Set(true, 5).Set(false, 5);
}

/// <summary>The maps are always equal, but the invariants say only that they agree at every key.</summary>
public sealed class AlikeSwitches : EventSystem<AlikeSwitches.State, AlikeSwitches.Event>
{
    public sealed record State(Map<bool, int> One, Map<bool, int> Other, bool IsOpen);

    public abstract record Event
    {
        public sealed record Open : Event;
    }

    public override State Initial => new(Map<bool, int>.Constant(0), Map<bool, int>.Constant(0), false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Open when s.One != s.Other => s with { IsOpen = true },
        _ => null,
    };

    [Invariant] public bool AreZero(State s, bool key) => s.One[key] == 0 && s.Other[key] == 0;

    [Invariant] public bool NeverOpens(State s) => !s.IsOpen;
}

/// <summary>Two maps over a sort that agree at every key, filled in bulk.</summary>
public sealed class FullCells(ICells cells) : EventSystem<FullCells.State, FullCells.Event>
{
    public sealed record State(Map<Cell, int> One, Map<Cell, int> Other, bool IsOpen);

    public abstract record Event
    {
        public sealed record Open : Event;
    }

    public override State Initial => new(
        Map<Cell, int>.Constant(0).SetWhere(cells.All, _ => true, _ => 5), cells.All.ToMap(_ => 5), false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Open when s.One != s.Other => s with { IsOpen = true },
        _ => null,
    };

    [Invariant] public bool AgreeAtEveryKey(State s, Cell key) => s.One[key] == s.Other[key];

    [Invariant] public bool NeverOpens(State s) => !s.IsOpen;
}

/// <summary>The same with a guard that compares what can be observed: it never is true.</summary>
public sealed class CellsComparedByKey(ICells cells) : EventSystem<CellsComparedByKey.State, CellsComparedByKey.Event>
{
    public sealed record State(Map<Cell, int> One, Map<Cell, int> Other, bool IsOpen);

    public abstract record Event
    {
        public sealed record Open : Event;
        public sealed record Fill(int Value) : Event;
    }

    public override State Initial => new(
        Map<Cell, int>.Constant(0).SetWhere(cells.All, _ => true, _ => 5), cells.All.ToMap(_ => 5), false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Open when cells.All.Exists(k => s.One[k] != s.Other[k]) => s with { IsOpen = true },
        Event.Fill(var value) => s with { One = Map<Cell, int>.Constant(value), Other = cells.All.ToMap(_ => value) },
        _ => null,
    };

    [Invariant] public bool AgreeAtEveryKey(State s, Cell key) => s.One[key] == s.Other[key];

    [Invariant] public bool NeverOpens(State s) => !s.IsOpen;
}

/// <summary>Both maps are made in the same way, one as a constant and one over the domain, so that they are equal also by their defaults.</summary>
public sealed class EqualCells(ICells cells) : EventSystem<EqualCells.State, EqualCells.Event>
{
    public sealed record State(Map<Cell, int> One, Map<Cell, int> Other, bool IsOpen);

    public abstract record Event
    {
        public sealed record Open : Event;
        public sealed record Fill(int Value) : Event;
        public sealed record Put(Cell Cell, int Value) : Event;
    }

    public override State Initial => new(Map<Cell, int>.Constant(5), cells.All.ToMap(_ => 5), false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Open when s.One != s.Other => s with { IsOpen = true },
        Event.Fill(var value) => s with { One = Map<Cell, int>.Constant(value), Other = cells.All.ToMap(_ => value) },
        Event.Put(var cell, var value) => s with { One = s.One.Set(cell, value), Other = s.Other.Update(cell, _ => value) },
        _ => null,
    };

    [Invariant] public bool AreEqual(State s) => s.One == s.Other;

    [Invariant] public bool NeverOpens(State s) => !s.IsOpen;
}
