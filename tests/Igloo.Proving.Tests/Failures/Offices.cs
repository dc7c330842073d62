namespace Igloo.Proving.Tests.Failures;

/// <summary>Post offices: what becomes of a letter that was posted, or not, and of one that was delivered, or not.</summary>
public sealed class Office(bool isGenerous, bool isCareless) : EventSystem<Office.State, Office.Event>
{
    public sealed record State(Map<Party, Seq<Party>> Boxes);

    public abstract record Event
    {
        /// <summary>One posts with the contract of the case.</summary>
        public sealed record Keep(Party From, Party To) : Event;

        public sealed record Repeat(Party From, Party To) : Event;

        public sealed record Lose(Party From, Party To) : Event;

        public sealed record Stop(Party From, Party To) : Event;

        public sealed record Guess(Party From, Party To) : Event;

        public sealed record Deliver(Party At, Party From) : Event;

        /// <summary>A letter is in a box that nobody has posted.</summary>
        public sealed record Invent(Party From, Party To) : Event;

        /// <summary>The letter posted last is gone.</summary>
        public sealed record Mislay(Party To) : Event;
    }

    public override State Initial => new(Map<Party, Seq<Party>>.Constant(Seq<Party>.Empty));

    public override State? Next(State s, Event e) => e switch
    {
        Event.Keep(var from, var to) => Posted(s, from, to),
        Event.Repeat(var from, var to) => Posted(s, from, to),
        Event.Lose(var from, var to) => Posted(s, from, to),
        Event.Stop(var from, var to) => Posted(s, from, to),
        Event.Guess(var from, var to) => Posted(s, from, to),
        Event.Deliver(var at, var from) when !s.Boxes[at].IsEmpty && s.Boxes[at].First == from => s with { Boxes = s.Boxes.Set(at, s.Boxes[at].Rest) },
        Event.Invent(var from, var to) when isGenerous => Posted(s, from, to),
        Event.Mislay(var to) when isCareless && !s.Boxes[to].IsEmpty => s with { Boxes = s.Boxes.Set(to, s.Boxes[to].Take(s.Boxes[to].Count - 1)) },
        _ => null,
    };

    private static State Posted(State s, Party from, Party to) => s with { Boxes = s.Boxes.Set(to, s.Boxes[to].Append(from)) };
}

/// <summary>Writers at an office.</summary>
public abstract class WritersAt(Office office, IParties parties) : Composition<Office.State, Office.Event, Party, Writer.State, Writer.Event>(office)
{
    public override Domain<Party> Indices => parties.All;

    public override Writer Component(Party index) => new();

    public override Step? Partner(Office.Event e) => e switch
    {
        Office.Event.Keep(var from, var to) => new Step(from, new Writer.Event.Keep(to)),
        Office.Event.Repeat(var from, var to) => new Step(from, new Writer.Event.Repeat(to)),
        Office.Event.Lose(var from, var to) => new Step(from, new Writer.Event.Lose(to)),
        Office.Event.Stop(var from, var to) => new Step(from, new Writer.Event.Stop(to)),
        Office.Event.Guess(var from, var to) => new Step(from, new Writer.Event.Guess(to)),
        Office.Event.Deliver(var at, var from) => new Step(at, new Writer.Event.Receive(from)),
        _ => null,
    };
}

/// <summary>Letters arrive in order, all of them, and no others.</summary>
public sealed class AtAnOrderlyOffice(IParties parties) : WritersAt(new Office(isGenerous: false, isCareless: false), parties);

/// <summary>Letters may appear from nowhere.</summary>
public sealed class AtAGenerousOffice(IParties parties) : WritersAt(new Office(isGenerous: true, isCareless: false), parties);

/// <summary>The letter posted last may vanish.</summary>
public sealed class AtACarelessOffice(IParties parties) : WritersAt(new Office(isGenerous: false, isCareless: true), parties);

/// <summary>The same writers over the unreliable network of the framework.</summary>
public sealed class OverDatagrams(IParties parties)
    : Composition<UnreliableNetwork<Party, Party>.State, UnreliableNetwork<Party, Party>.Event, Party, Writer.State, Writer.Event>(new UnreliableNetwork<Party, Party>(parties))
{
    public override Domain<Party> Indices => parties.All;

    public override Writer Component(Party index) => new();

    public override Step? Partner(UnreliableNetwork<Party, Party>.Event e) => e switch
    {
        UnreliableNetwork<Party, Party>.Event.Transmit(var from, var to, var message) when message == from => new Step(from, new Writer.Event.Lose(message)),
        UnreliableNetwork<Party, Party>.Event.Transmit(var from, var to, var message) => new Step(from, new Writer.Event.Keep(message)),
        UnreliableNetwork<Party, Party>.Event.Deliver(var at, var message) => new Step(at, new Writer.Event.Receive(message)),
        _ => null,
    };
}

/// <summary>And over ordered channels.</summary>
public sealed class OverChannels(IParties parties)
    : Composition<ReliableNetwork<Party, Party>.State, ReliableNetwork<Party, Party>.Event, Party, Writer.State, Writer.Event>(new ReliableNetwork<Party, Party>())
{
    public override Domain<Party> Indices => parties.All;

    public override Writer Component(Party index) => new();

    public override Step? Partner(ReliableNetwork<Party, Party>.Event e) => e switch
    {
        ReliableNetwork<Party, Party>.Event.Transmit(var from, var to, _) => new Step(from, new Writer.Event.Lose(to)),
        ReliableNetwork<Party, Party>.Event.Deliver(var at, _, var message) => new Step(at, new Writer.Event.Receive(message)),
        _ => null,
    };
}

/// <summary>An office that files the order in which letters came, as a set of sequences: no formula compares two such archives.</summary>
public sealed class ArchivingOffice : EventSystem<ArchivingOffice.State, ArchivingOffice.Event>
{
    public sealed record State(Set<Party> Box, Set<Seq<Party>> Archive);

    public abstract record Event
    {
        public sealed record Keep(Party From, Party To) : Event;

        public sealed record Repeat(Party From, Party To) : Event;
    }

    public override State Initial => new(Set<Party>.Empty, Set<Seq<Party>>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Keep(_, var to) => new State(s.Box.Add(to), Set<Seq<Party>>.Empty),
        Event.Repeat(_, var to) => s with { Box = s.Box.Add(to) },
        _ => null,
    };
}

/// <summary>Writers at that office.</summary>
public sealed class AtAnArchivingOffice(IParties parties)
    : Composition<ArchivingOffice.State, ArchivingOffice.Event, Party, Writer.State, Writer.Event>(new ArchivingOffice())
{
    public override Domain<Party> Indices => parties.All;

    public override Writer Component(Party index) => new();

    public override Step? Partner(ArchivingOffice.Event e) => e switch
    {
        ArchivingOffice.Event.Keep(var from, var to) => new Step(from, new Writer.Event.Keep(to)),
        ArchivingOffice.Event.Repeat(var from, var to) => new Step(from, new Writer.Event.Repeat(to)),
        _ => null,
    };
}
