namespace Igloo.Exploring.Tests.Models;

/// <summary>Left and right lead to the same state, so only a key with the abstract state tells them apart.</summary>
public sealed class Forked : EventSystem<Forked.State, Forked.Event>
{
    public sealed record State(int Place);

    public abstract record Event
    {
        public sealed record Left : Event;

        public sealed record Right : Event;

        public sealed record Go : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Left or Event.Right when s.Place == 0 => new State(1),
        Event.Go when s.Place == 1 => new State(2),
        _ => null,
    };
}

/// <summary>Remembers the way and goes on after left only.</summary>
public sealed class Remembering : EventSystem<Remembering.State, Forked.Event>
{
    public sealed record State(int Place, bool CameRight);

    public override State Initial => new(0, false);

    public override State? Next(State s, Forked.Event e) => e switch
    {
        Forked.Event.Left when s.Place == 0 => new State(1, false),
        Forked.Event.Right when s.Place == 0 => new State(1, true),
        Forked.Event.Go when s.Place == 1 && !s.CameRight => new State(2, false),
        _ => null,
    };
}

public sealed class ForkedRefinesRemembering() : Refinement<Forked.State, Forked.Event, Remembering.State, Forked.Event>(new Forked(), new Remembering())
{
    public override bool Related(Forked.State c, Remembering.State a) => c.Place == a.Place;

    public override Forked.Event? Mediate(Forked.Event e) => e;
}

/// <summary>The traces are included, but the relation asks for more than holds.</summary>
public sealed class ForkedRefinesItselfByTooMuch() : Refinement<Forked.State, Forked.Event, Forked.State, Forked.Event>(new Forked(), new Forked())
{
    public override bool Related(Forked.State c, Forked.State a) => c.Place == 0;

    public override Forked.Event? Mediate(Forked.Event e) => e;
}

/// <summary>Relates everything and hides everything: proves nothing, so it must be refuted.</summary>
public sealed class EverythingIsForked() : Equality<Remembering.State, Forked.Event, Forked.State, Forked.Event>(new Remembering(), new Forked())
{
    public override bool Related(Remembering.State l, Forked.State r) => true;

    public override Forked.Event? Forth(Forked.Event e) => null;

    public override Forked.Event? Back(Forked.Event e) => null;
}
