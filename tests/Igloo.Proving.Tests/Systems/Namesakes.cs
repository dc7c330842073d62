namespace Igloo.Proving.Tests.Systems;

/// <summary>Statements that share a name with one that holds, and do not hold themselves.</summary>
public sealed class OverloadedStatements : EventSystem<OverloadedStatements.State, OverloadedStatements.Event>
{
    public sealed record State(int Count);

    public abstract record Event
    {
        public sealed record Step : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Step => new(s.Count + 1),
        _ => null,
    };

    [Invariant]
    public bool IsInRange(State s) => s.Count >= 0;

    [Invariant]
    public bool IsInRange(State s, int bound) => bound < 5 || s.Count < bound;

    [StepProperty]
    public bool Grows(State s, Event.Step e, State after) => after.Count > s.Count;

    [StepProperty]
    public bool Grows(State s, Event.Step e, State after, int most) => after.Count < most;

    [TraceProperty]
    public bool IsFirst(Past<Event> past, Event.Step now) => past.Contains(now) || !past.Contains(now);

    [TraceProperty]
    public bool IsFirst(Past<Event> past, Event.Step now, int most) => most < 0;
}

/// <summary>Two lemmas of one name, of which the second does not follow.</summary>
public sealed class OverloadedLemmas : EventSystem<OverloadedLemmas.State, OverloadedLemmas.Event>
{
    public sealed record State(int Count);

    public abstract record Event
    {
        public sealed record Step : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Step => new(s.Count + 1),
        _ => null,
    };

    [Lemma]
    public bool Follows(State s) => s.Count + 1 > s.Count;

    [Lemma]
    public bool Follows(State s, int bound) => bound != s.Count;
}

/// <summary>An invariant with the name of an event, each with a division of its own; the divisor of the invariant may be 0.</summary>
public sealed class StatementNamedAsEvent : EventSystem<StatementNamedAsEvent.State, StatementNamedAsEvent.Event>
{
    public sealed record State(int Count, int Divisor);

    public abstract record Event
    {
        public sealed record Halve(int By) : Event;
    }

    public override State Initial => new(1, 0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Halve(var by) when by > 0 && s.Count / by >= 0 => s with { Count = s.Count / by },
        _ => null,
    };

    [Invariant]
    public bool Halve(State s) => s.Count / s.Divisor >= 0 || s.Count / s.Divisor < 0;
}

/// <summary>Counts up and down.</summary>
public sealed class Lift : EventSystem<Lift.State, Lift.Event>
{
    public sealed record State(int Count);

    public abstract record Event
    {
        public sealed record Up : Event;

        public sealed record Down : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Up => new(s.Count + 1),
        Event.Down => new(s.Count - 1),
        _ => null,
    };
}

/// <summary>Names that differ only in how words are joined: <c>A keeps B_keeps_C</c> and <c>A_keeps_B keeps C</c>.</summary>
public sealed class NamesJoinedAlike : EventSystem<NamesJoinedAlike.State, NamesJoinedAlike.Event>
{
    public sealed record State(int Count);

    public abstract record Event
    {
        public sealed record A : Event;

#pragma warning disable CA1707 // The underscore is the trap.
        public sealed record A_keeps_B : Event;
#pragma warning restore CA1707
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.A => s with { Count = s.Count + 1 },
        Event.A_keeps_B => s with { Count = s.Count - 1 },
        _ => null,
    };

#pragma warning disable CA1707
    [Invariant]
    public bool B_keeps_C(State s) => s.Count == s.Count + 0;
#pragma warning restore CA1707

    [Invariant]
    public bool C(State s) => s.Count >= 0;
}

/// <summary>The second type of component has an event of the same name as the first, and nothing in the environment is its partner.</summary>
public sealed class ReceptionWithNamesakes(IHotel hotel)
    : Composition<Lobby.State, Lobby.Event, Guest, GuestRole.State, GuestRole.Event, Desk, DeskThatAsks.State, DeskThatAsks.Event>(new Lobby())
{
    public override Domain<Guest> FirstIndices => hotel.Guests;

    public override Domain<Desk> SecondIndices => hotel.Desks;

    public override GuestRole First(Guest index) => new();

    public override DeskThatAsks Second(Desk index) => new();

    public override Step? Partner(Lobby.Event e) => e switch
    {
        Lobby.Event.Question(var from) => new Step.OfFirst(from, new GuestRole.Event.Asks()),
        Lobby.Event.Told(var at) => new Step.OfFirst(at, new GuestRole.Event.Learns()),
        _ => null,
    };
}

public sealed class DeskThatAsks : Component<DeskThatAsks.State, DeskThatAsks.Event>
{
    public sealed record State(bool Asked);

    public abstract record Event
    {
        [Io<Ask>]
        public sealed record Asks : Event;
    }

    public override State Initial => new(false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Asks => new(true),
        _ => null,
    };
}

/// <summary>A refinement with an overload of each of its parts, declared before it, which would make it a simulation.</summary>
public sealed class OverloadedParts() : Refinement<Lift.State, Lift.Event, OverloadedStatements.State, OverloadedStatements.Event>(new Lift(), new OverloadedStatements())
{
    public OverloadedStatements.Event? Mediate(Lift.Event.Up e) => new OverloadedStatements.Event.Step();

    public override OverloadedStatements.Event? Mediate(Lift.Event e) => null;

    public bool Related(int count, int other) => count >= other || count < other;

    public override bool Related(Lift.State c, OverloadedStatements.State a) => c.Count == a.Count;

    public override OverloadedStatements.State AbstractInitial(Lift.State c) => new(c.Count);
}
