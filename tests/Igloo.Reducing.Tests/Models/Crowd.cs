namespace Igloo.Reducing.Tests.Models;

[Sort, Symmetric]
public readonly record struct Person(int Index);

public enum Deed
{
    Grow,
    Mark,
    Hold,
    Pass,
    Queue,
    Leave,
    Befriend,
    Meet,
}

/// <summary>What two people do in which mood.</summary>
public sealed record Custom(Deed Deed, int Mood, int Next);

public sealed record Friends(Person Of, Person With);

/// <summary>People who are all alike; the customs of the universe say what they do.</summary>
public sealed class Crowd : EventSystem<Crowd.State, Crowd.Event>
{
    public sealed record State(Map<Person, int> Moods, Set<Person> Marked, Person? Holder, Seq<Person> Line, Set<Friends> Known);

    public abstract record Event
    {
        public sealed record Do(Custom Custom, Person By, Person To) : Event;
    }

    /// <summary>Everything that some people can do under customs.</summary>
    public static Exploring.Universe UniverseOf(int people, IReadOnlyCollection<Custom> customs) => Exploring.Universe.Of(people).With<Event>(
        from custom in customs
        from actor in Enumerable.Range(0, people)
        from other in Enumerable.Range(0, people)
        select new Event.Do(custom, new Person(actor), new Person(other)));

    public override State Initial => new(Map<Person, int>.Constant(0), Set<Person>.Empty, null, Seq<Person>.Empty, Set<Friends>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Do(var custom, var by, var to) when s.Moods[by] == custom.Mood => Done(s with { Moods = s.Moods.Set(by, custom.Next) }, custom.Deed, by, to),
        _ => null,
    };

    [Invariant]
    public bool OnlyTheMarkedHold(State s, Person p) => s.Holder != p || s.Marked.Contains(p);

    [Invariant]
    public bool NobodyQueuesBeforeAFriend(State s, Person p, Person q) =>
        !(s.Known.Contains(new Friends(p, q)) && s.Line.Count > 1 && s.Line[0] == p && s.Line[1] == q);

    [Invariant]
    public bool MoodsDiffer(State s, Person p, Person q) => p == q || s.Moods[p] != 2 || s.Moods[q] != 2;

    [Sometimes]
    public bool EverybodyIsMarked(State s) => s.Marked.Count > 2;

    [StepProperty]
    public bool LineGrowsByOne(State before, Event e, State after) => after.Line.Count <= before.Line.Count + 1;

    private static State? Done(State s, Deed deed, Person by, Person to) => deed switch
    {
        Deed.Grow => by == to ? s : null,
        Deed.Mark => s with { Marked = s.Marked.Add(to) },
        Deed.Hold => s.Holder == null ? s with { Holder = by } : null,
        Deed.Pass => s.Holder == by ? s with { Holder = to } : null,
        Deed.Queue => s.Line.Contains(by) ? null : s with { Line = s.Line.Append(by) },
        Deed.Leave => !s.Line.IsEmpty && s.Line.First == to ? s with { Line = s.Line.Rest } : null,
        Deed.Befriend => by != to ? s with { Known = s.Known.Add(new Friends(by, to)) } : null,
        Deed.Meet => s.Known.Contains(new Friends(by, to)) ? s : null,
        _ => null,
    };
}
