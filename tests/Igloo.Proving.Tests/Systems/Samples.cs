namespace Igloo.Proving.Tests.Systems;

/// <summary>Who sends.</summary>
[Sort]
public readonly record struct Party(int Index);

/// <summary>How a ticket stands.</summary>
public enum Status
{
    Waiting,
    Served,
    Gone,
}

/// <summary>Tickets, queues, counts and finite maps, with partial operations used well and badly.</summary>
public sealed class Office : EventSystem<Office.State, Office.Event>
{
    public sealed record State(int Next, Seq<int> Queue, FiniteMap<Party, Status> Desk, Bag<Party> Visits, Party? Last);

    public abstract record Event
    {
        public sealed record Draw(Party By) : Event;

        public sealed record Call : Event;

        public sealed record CallBlindly : Event;

        public sealed record Serve(Party Who) : Event;

        public sealed record Halve(int By) : Event;

    }

    public override State Initial => new(0, Seq<int>.Empty, FiniteMap<Party, Status>.Empty, Bag<Party>.Empty, null);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Draw(var by) when !s.Desk.ContainsKey(by) => s with
        {
            Next = s.Next + 1, Queue = s.Queue.Append(s.Next), Desk = s.Desk.Set(by, Status.Waiting), Visits = s.Visits.Add(by), Last = by,
        },
        Event.Call when !s.Queue.IsEmpty && s.Queue.First < s.Next => s with { Queue = s.Queue.Rest },
        Event.CallBlindly when s.Queue.First < 5 => s with { Queue = s.Queue.Rest },
        Event.Serve(var who) when s.Desk.ContainsKey(who) && s.Desk[who] == Status.Waiting => s with { Desk = s.Desk.Set(who, Status.Served) },
        Event.Halve(var by) => s with { Next = s.Next / by },
        _ => null,
    };

    [Invariant] public bool TicketsAreSmaller(State s) => s.Queue.All(t => t < s.Next);

    [Invariant] public bool TicketsAreSorted(State s) => s.Queue.AllPairs((a, b) => a < b);

    [Invariant] public bool VisitorsAreKnown(State s, Party p) => Implies(s.Visits.Contains(p), s.Desk.ContainsKey(p));

    [Invariant] public bool VisitsOnce(State s, Party p) => s.Visits.CountOf(p) <= 1;

    [Invariant] public bool NobodyIsGone(State s) => s.Desk.All((p, status) => status != Status.Gone);

    [Invariant] public bool LastIsKnown(State s) => s.Last is not { } last || s.Desk.ContainsKey(last);

    [StepProperty] public bool DrawingGrows(State s, Event.Draw e, State after) => after.Next > s.Next && after.Last == e.By;

    [StepProperty] public bool NothingShrinks(State s, Event e, State after) => after.Next >= s.Next;

    [TraceProperty] public bool DrawsOnce(Past<Event> before, Event.Draw now) => !before.Contains(new Event.Draw(now.By));

    [TraceProperty] public bool ServesOnce(Past<Event> before, Event.Serve now) => before.All<Event.Serve>(e => e.Who != now.Who);

    [TraceProperty] public bool CallsOnce(Past<Event> before, Event.Call now) => !before.Exists<Event.Call>(e => true);

    [Invariant] public bool PastDraws(State s, Past<Event> past, Party p) => past.Contains(new Event.Draw(p)) == s.Desk.ContainsKey(p);

    [Invariant] public bool PastServes(State s, Past<Event> past, Party p) =>
        Implies(past.Contains(new Event.Serve(p)), s.Desk.ContainsKey(p) && s.Desk[p] == Status.Served);
}

/// <summary>Several initial states; some of them are related to abstract ones.</summary>
public sealed class Dice : EventSystem<Dice.State, Dice.Event>
{
    public sealed record State(int Shown);

    public abstract record Event
    {
        public sealed record Turn : Event;
    }

    [Initial] public State? Thrown(int eyes) => eyes is >= 1 and <= 6 ? new State(eyes) : null;

    public override State? Next(State s, Event e) => e is Event.Turn ? new State(7 - s.Shown) : null;

    [Invariant] public bool ShowsEyes(State s) => s.Shown is >= 1 and <= 6;

    [Invariant] public bool IsNeverSix(State s) => s.Shown != 6;
}

/// <summary>Even or odd.</summary>
public sealed class Coin : EventSystem<Coin.State, Coin.Event>
{
    public sealed record State(bool Heads);

    public abstract record Event
    {
        public sealed record Flip : Event;
    }

    [Initial] public State Heads() => new(true);

    [Initial] public State Tails() => new(false);

    public override State? Next(State s, Event e) => e is Event.Flip ? new State(!s.Heads) : null;
}

/// <summary>The right abstract initial state for each throw.</summary>
public sealed class DiceIsCoin() : Refinement<Dice.State, Dice.Event, Coin.State, Coin.Event>(new Dice(), new Coin())
{
    public override bool Related(Dice.State c, Coin.State a) => a.Heads == (c.Shown % 2 == 0);

    public override Coin.Event? Mediate(Dice.Event e) => new Coin.Event.Flip();

    public override Coin.State AbstractInitial(Dice.State c) => new(c.Shown % 2 == 0);
}

/// <summary>One abstract initial state for all throws.</summary>
public sealed class DiceIsHeads() : Refinement<Dice.State, Dice.Event, Coin.State, Coin.Event>(new Dice(), new Coin())
{
    public override bool Related(Dice.State c, Coin.State a) => a.Heads == (c.Shown % 2 == 0);

    public override Coin.Event? Mediate(Dice.Event e) => new Coin.Event.Flip();

    public override Coin.State AbstractInitial(Dice.State c) => new(true);
}

/// <summary>Says something that is not first-order.</summary>
public sealed class Gathering : EventSystem<Gathering.State, Gathering.Event>
{
    public sealed record State(Set<Party> In);

    public abstract record Event
    {
        public sealed record Enter(Party Who) : Event;
    }

    public override State Initial => new(Set<Party>.Empty);

    public override State? Next(State s, Event e) => e is Event.Enter(var who) ? s with { In = s.In.Add(who) } : null;

    [Invariant]
    public bool OneOfAnyTwoGroupsMissesSomebody(State s, Set<Party> group) => s.In.IsSubsetOf(group) || s.In.Exists(p => !group.Contains(p));
}
