namespace Igloo.Exploring.Tests.Models;

/// <summary>Shows one of the numbers that it was not told to avoid, and then the same again.</summary>
public sealed class Shows : EventSystem<Shows.State, Shows.Event>
{
    public sealed record State(int? Shown);

    public abstract record Event
    {
        public sealed record Show(int Number) : Event;
    }

    public override State Initial => new(Shown: null);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Show(var number) when number >= 0 && number <= 1 && (s.Shown is null || s.Shown.Value == number) => new State(number),
        _ => null,
    };
}

/// <summary>The number is drawn at the beginning, before anything is seen.</summary>
/// <param name="allowsChange">Whether the second number may be another one.</param>
public sealed class Draws(bool allowsChange) : EventSystem<Draws.State, Shows.Event>
{
    public sealed record State(int Drawn);

    [Initial]
    public State? Draw(bool one, bool alsoTwo) => alsoTwo ? new State(2) : new State(one ? 1 : 0);

    public override State? Next(State s, Shows.Event e) => e switch
    {
        Shows.Event.Show(var number) when number == s.Drawn || allowsChange => s,
        _ => null,
    };
}

/// <summary>No abstract initial state simulates: which one was drawn shows later only. The traces are included.</summary>
/// <param name="draws">The abstract system.</param>
public sealed class ShowsRefinesDraws(Draws draws) : Refinement<Shows.State, Shows.Event, Draws.State, Shows.Event>(new Shows(), draws)
{
    public override bool Related(Shows.State c, Draws.State a) => c.Shown is null || c.Shown.Value == a.Drawn;

    public override Shows.Event? Mediate(Shows.Event e) => e;

    public override Draws.State AbstractInitial(Shows.State c) => new(0);
}

/// <summary>Shows both numbers, one after the other.</summary>
public sealed class Alternates : EventSystem<Alternates.State, Shows.Event>
{
    public sealed record State(int Next);

    public override State Initial => new(0);

    public override State? Next(State s, Shows.Event e) => e switch
    {
        Shows.Event.Show(var number) when number == s.Next => new State(1 - s.Next),
        _ => null,
    };
}

/// <summary>Each number alone is in some trace of the abstract system, both together in none.</summary>
public sealed class AlternatesRefinesDraws() : Refinement<Alternates.State, Shows.Event, Draws.State, Shows.Event>(new Alternates(), new Draws(allowsChange: false))
{
    public override bool Related(Alternates.State c, Draws.State a) => true;

    public override Shows.Event? Mediate(Shows.Event e) => e;

    public override Draws.State AbstractInitial(Alternates.State c) => new(0);
}

/// <summary>Fails with an overflow at its first step.</summary>
public sealed class Breaks : EventSystem<Breaks.State, Stops.Event>
{
    public sealed record State(int Place);

    public override State Initial => new(int.MaxValue);

    public override State? Next(State s, Stops.Event e) => e switch
    {
        Stops.Event.Go => new State(s.Place + 1),
        _ => null,
    };
}

/// <summary>The abstract system fails where the concrete one goes on.</summary>
public sealed class StopsRefinesBreaks() : Refinement<Stops.State, Stops.Event, Breaks.State, Stops.Event>(new Stops(), new Breaks())
{
    public override bool Related(Stops.State c, Breaks.State a) => true;

    public override Stops.Event? Mediate(Stops.Event e) => e;
}
