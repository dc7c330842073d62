namespace Igloo.Proving.Tests.Systems;

[Sort]
public readonly record struct Guest(int Index);

[Sort]
public readonly record struct Desk(int Index);

/// <summary>Guests and desks, each at least one.</summary>
public interface IHotel : ITheory
{
    Domain<Guest> Guests { get; }

    Domain<Desk> Desks { get; }
}

[Instances(1, 2)]
public sealed class Hotel(int size) : IHotel
{
    public Domain<Guest> Guests { get; } = new(Enumerable.Range(0, size).Select(i => new Guest(i)));

    public Domain<Desk> Desks { get; } = new(Enumerable.Range(0, 1).Select(i => new Desk(i)));
}

public sealed class Ask : IoOperation<Unit, Unit>
{
    public override FailureContract OnFailure => FailureContract.Stop;
}

[Blocking]
public sealed class Hear : IoOperation<Unit, Guest>;

public sealed class Answer : IoOperation<Guest, Unit>;

[Blocking]
public sealed class Learn : IoOperation<Unit, Unit>;

/// <summary>The first type of component: asks, and is served when it learns so.</summary>
public sealed class GuestRole : Component<GuestRole.State, GuestRole.Event>
{
    public sealed record State(bool Asked, bool Served);

    public abstract record Event
    {
        [Io<Ask>]
        public sealed record Asks : Event;

        [Io<Learn>]
        public sealed record Learns : Event;

        [Internal]
        public sealed record Sleeps : Event;
    }

    public override State Initial => new(false, false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Asks => s with { Asked = true },
        Event.Learns => s with { Served = true },
        Event.Sleeps when s.Served => s with { Served = false },
        _ => null,
    };
}

/// <summary>The second type of component: answers whom it has heard.</summary>
public sealed class DeskRole : Component<DeskRole.State, DeskRole.Event>
{
    public sealed record State(Set<Guest> Heard);

    public abstract record Event
    {
        [Io<Hear>]
        public sealed record Hears([Input] Guest From) : Event;

        [Io<Answer>]
        public sealed record Answers(Guest To) : Event;

        [Internal]
        public sealed record Forgets(Guest Whom) : Event;
    }

    public override State Initial => new(Set<Guest>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Hears(var from) => s with { Heard = s.Heard.Add(from) },
        Event.Answers(var to) when s.Heard.Contains(to) => s,
        Event.Forgets(var whom) when s.Heard.Contains(whom) => s with { Heard = s.Heard.Remove(whom) },
        _ => null,
    };
}

/// <summary>The bells and pigeon-holes between them.</summary>
public sealed class Lobby : EventSystem<Lobby.State, Lobby.Event>
{
    public sealed record State(Set<Guest> Questions, Set<Guest> Answers);

    public abstract record Event
    {
        public sealed record Question(Guest From) : Event;

        public sealed record Overheard(Desk At, Guest From) : Event;

        public sealed record Answered(Desk At, Guest To) : Event;

        public sealed record Told(Guest At) : Event;
    }

    public override State Initial => new(Set<Guest>.Empty, Set<Guest>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Question(var from) => s with { Questions = s.Questions.Add(from) },
        Event.Overheard(_, var from) when s.Questions.Contains(from) => s,
        Event.Answered(_, var to) => s with { Answers = s.Answers.Add(to) },
        Event.Told(var at) when s.Answers.Contains(at) => s,
        _ => null,
    };
}

/// <summary>Two families of components around one environment: nobody is served who has not asked.</summary>
public sealed class Reception(IHotel hotel)
    : Composition<Lobby.State, Lobby.Event, Guest, GuestRole.State, GuestRole.Event, Desk, DeskRole.State, DeskRole.Event>(new Lobby())
{
    public override Domain<Guest> FirstIndices => hotel.Guests;

    public override Domain<Desk> SecondIndices => hotel.Desks;

    public override GuestRole First(Guest index) => new();

    public override DeskRole Second(Desk index) => new();

    public override Step? Partner(Lobby.Event e) => e switch
    {
        Lobby.Event.Question(var from) => new Step.OfFirst(from, new GuestRole.Event.Asks()),
        Lobby.Event.Overheard(var at, var from) => new Step.OfSecond(at, new DeskRole.Event.Hears(from)),
        Lobby.Event.Answered(var at, var to) => new Step.OfSecond(at, new DeskRole.Event.Answers(to)),
        Lobby.Event.Told(var at) => new Step.OfFirst(at, new GuestRole.Event.Learns()),
        _ => null,
    };

    [Invariant]
    public bool QuestionsWereAsked(State s, Guest g) => Implies(s.Environment.Questions.Contains(g), s.First[g].Asked);

    [Invariant]
    public bool HeardWasAsked(State s, Desk d, Guest g) => Implies(s.Second[d].Heard.Contains(g), s.First[g].Asked);

    [Invariant]
    public bool AnswersWereAsked(State s, Guest g) => Implies(s.Environment.Answers.Contains(g), s.First[g].Asked);

    [Invariant]
    public bool ServedHasAsked(State s, Guest g) => Implies(s.First[g].Served, s.First[g].Asked);
}
