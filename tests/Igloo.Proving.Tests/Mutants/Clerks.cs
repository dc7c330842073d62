using Igloo.Components;
using Igloo.Models;
using Igloo.Values;

namespace Igloo.Proving.Tests.Mutants;

/// <summary>Reads names, prints them any number of times, shreds them, and forgets them if it likes.</summary>
public sealed class Clerk : Component<Clerk.State, Clerk.Event>
{
    public sealed record State(Set<Peer> Noted);

    public abstract record Event
    {
        [Io<Read>] public sealed record Reads([Input] Peer Of) : Event;

        [Io<Print>] public sealed record Prints(Peer Of) : Event;

        [Io<Shred>] public sealed record Shreds(Peer Of) : Event;

        [Internal] public sealed record Forgets(Peer Of) : Event;
    }

    [Blocking] public sealed class Read : IoOperation<Unit, Peer>;

    public sealed class Print : IoOperation<Peer, Unit>;

    public sealed class Shred : IoOperation<Peer, Unit>;

    public override State Initial => new(Set<Peer>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Reads(var of) => new(s.Noted.Add(of)),
        Event.Prints(var of) when s.Noted.Contains(of) => s,
        Event.Shreds(var of) when s.Noted.Contains(of) => s,
        Event.Forgets(var of) when s.Noted.Contains(of) => new(s.Noted.Remove(of)),
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
        Clerk.Event.Prints(var of) => new Clerk.Event.Shreds(of),
        Clerk.Event.Shreds => null,
        Clerk.Event.Forgets(var of) => new Clerk.Event.Prints(of),
        _ => e,
    };
}
