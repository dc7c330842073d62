namespace Igloo.Reducing.Tests.Models;

/// <summary>People who sit in an order, and may vote.</summary>
public interface ITable : ITotalOrder<Person>
{
    Domain<Person> People { get; }

    Person LeftOf(Person p);

    bool IsMajority(Set<Person> people);
}

public sealed class Table(int size) : ITable
{
    public Domain<Person> People { get; } = new(Enumerable.Range(0, size).Select(i => new Person(i)));

    public Person LeftOf(Person p) => new((p.Index + 1) % size);

    public bool IsMajority(Set<Person> people) => 2 * people.Count > size;

    public bool Less(Person a, Person b) => a.Index < b.Index;
}

/// <summary>Serves the smallest first: people are not alike.</summary>
public sealed class OrderedService(ITable table) : EventSystem<OrderedService.State, OrderedService.Event>
{
    public sealed record State(Set<Person> Served);

    public abstract record Event
    {
        public sealed record Serve(Person Who) : Event;
    }

    public override State Initial => new(Set<Person>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Serve(var p) when table.People.All(q => Implies(table.Less(q, p), s.Served.Contains(q))) => s with { Served = s.Served.Add(p) },
        _ => null,
    };
}

/// <summary>Passes to the left: people are alike only up to rotation.</summary>
public sealed class Circulation(ITable table) : EventSystem<Circulation.State, Circulation.Event>
{
    public sealed record State(Set<Person> Reached);

    public abstract record Event
    {
        public sealed record Pass(Person From) : Event;
    }

    public override State Initial => new(Set<Person>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Pass(var p) => s with { Reached = s.Reached.Add(table.LeftOf(p)) },
        _ => null,
    };
}

/// <summary>Begins with somebody in particular.</summary>
public sealed class Presided(Person chair) : EventSystem<Presided.State, Presided.Event>
{
    public sealed record State(Set<Person> Present);

    public abstract record Event
    {
        public sealed record Enter(Person Who) : Event;
    }

    public override State Initial => new(Set<Person>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Enter(var p) when p == chair || s.Present.Contains(chair) => s with { Present = s.Present.Add(p) },
        _ => null,
    };
}

/// <summary>Decides when a majority has voted, whoever they are.</summary>
public sealed class Ballot(ITable table) : EventSystem<Ballot.State, Ballot.Event>
{
    public sealed record State(Set<Person> Votes, bool Decided);

    public abstract record Event
    {
        public sealed record Vote(Person By) : Event;

        public sealed record Decide : Event;
    }

    public override State Initial => new(Set<Person>.Empty, false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Vote(var p) when !s.Votes.Contains(p) => s with { Votes = s.Votes.Add(p) },
        Event.Decide when table.IsMajority(s.Votes) => s with { Decided = true },
        _ => null,
    };

    [Invariant]
    public bool DecidedByMajority(State s) => Implies(s.Decided, table.IsMajority(s.Votes));

    [Terminal]
    public bool IsDecided(State s) => s.Decided;
}
