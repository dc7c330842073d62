using Igloo.Components;
using Igloo.Models;
using Igloo.Values;

namespace Igloo.Proving.Tests.Mutants;

/// <summary>Reads numbers, prints them any number of times, and forgets them if it likes.</summary>
public sealed class Clerk : Component<Clerk.State, Clerk.Event>
{
    public sealed record State(Set<int> Noted);

    public abstract record Event
    {
        [Io<Read>] public sealed record Reads([Input] int Number) : Event;

        [Io<Print>] public sealed record Prints(int Number) : Event;

        [Io<Shred>] public sealed record Shreds(int Number) : Event;

        [Internal] public sealed record Forgets(int Number) : Event;
    }

    [Blocking] public sealed class Read : IoOperation<Unit, int>;

    public sealed class Print : IoOperation<int, Unit>;

    public sealed class Shred : IoOperation<int, Unit>;

    public override State Initial => new(Set<int>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Reads(var number) => new(s.Noted.Add(number)),
        Event.Prints(var number) when s.Noted.Contains(number) => s,
        Event.Shreds(var number) when s.Noted.Contains(number) => s,
        Event.Forgets(var number) when s.Noted.Contains(number) => new(s.Noted.Remove(number)),
        _ => null,
    };
}

/// <summary>The same I/O, with what is forgotten kept above.</summary>
public sealed class ClerkRefinesClerk() : Refinement<Clerk.State, Clerk.Event, Clerk.State, Clerk.Event>(new Clerk(), new Clerk())
{
    public override bool Related(Clerk.State c, Clerk.State a) => c.Noted.IsSubsetOf(a.Noted);

    public override Clerk.Event? Mediate(Clerk.Event e) => e switch
    {
        Clerk.Event.Forgets => null,
        _ => e,
    };
}

/// <summary>A simulation all the same: what is printed counts as shredded, and what is shredded as nothing.</summary>
public sealed class ClerkWithOtherIo() : Refinement<Clerk.State, Clerk.Event, Clerk.State, Clerk.Event>(new Clerk(), new Clerk())
{
    public override bool Related(Clerk.State c, Clerk.State a) => c.Noted.IsSubsetOf(a.Noted);

    public override Clerk.Event? Mediate(Clerk.Event e) => e switch
    {
        Clerk.Event.Prints(var number) => new Clerk.Event.Shreds(number),
        Clerk.Event.Shreds => null,
        Clerk.Event.Forgets(var number) => new Clerk.Event.Prints(number),
        _ => e,
    };
}
