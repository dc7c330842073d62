namespace Igloo.Proving.Tests.Mutants;

/// <summary>Asks whether somebody has failed.</summary>
[Model]
public sealed class Ask : IoOperation<Peer, bool>
{
}

/// <summary>Returns a number that is at least the one that was passed.</summary>
[Model]
public sealed class Grow : IoOperation<int, int>
{
    public override bool Returns(int output, int input) => output <= input;
}

/// <summary>Returns nothing for negative numbers.</summary>
[Model]
public sealed class Broken : IoOperation<int, int>
{
    public override bool Returns(int output, int input) => 0 <= output && output == input;
}

/// <summary>Somebody to ask.</summary>
[Sort]
public readonly record struct Peer(int Index);

/// <summary>A component with good and bad guards.</summary>
public sealed class Asking : Component<Asking.State, Asking.Event>
{
    public sealed record State(Set<Peer> Failed, int Count);

    public abstract record Event
    {
        [Io<Ask>] public sealed record Good(Peer Of, [Input] bool Answer) : Event;

        [Io<Grow>] public sealed record Growing(int From, [Input] int To) : Event;

        [Io<Broken>] public sealed record Breaking(int From, [Input] int To) : Event;

        [Internal] public sealed record Step([property: Ghost] int Next) : Event;

        [Internal] public sealed record Loose(Peer At, [property: Ghost] int Next) : Event;
    }

    public override State Initial => new(Set<Peer>.Empty, 0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Good(var of, var answer) => answer ? s with { Failed = s.Failed.Add(of) } : s,
        Event.Growing(var from, var to) when IsPossible(s, from, to) => s with { Count = to },
        Event.Breaking(var from, var to) => s with { Count = from + to },
        Event.Step(var next) when next == s.Count + 1 => s with { Count = next },
        Event.Loose(_, var next) when next > s.Count => s with { Count = next },
        _ => null,
    };

    // Differs only on inputs that the operation never returns.
    private static bool IsPossible(State s, int from, int to) => from <= to && s.Count <= from;
}

/// <summary>A component whose guard reads an input, hidden in a helper, and that has two events on one operation.</summary>
public sealed class Peeking : Component<Peeking.State, Peeking.Event>
{
    public sealed record State(Set<Peer> Failed);

    public abstract record Event
    {
        [Io<Ask>] public sealed record Yes(Peer Of, [Input] bool Answer) : Event;

        [Io<Ask>] public sealed record No(Peer Of, [Input] bool Answer) : Event;

        [Io<Grow>] public sealed record Peek(int From, [Input] int To) : Event;
    }

    public override State Initial => new(Set<Peer>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Yes(var of, var answer) when answer => s with { Failed = s.Failed.Add(of) },
        Event.No(_, var answer) when !answer => s,
        Event.Peek(_, var to) => Small(to) ? s : null,
        _ => null,
    };

    private static bool Small(int to) => to < 10;
}

/// <summary>Two events on one operation that overlap, or leave inputs out.</summary>
public sealed class Overlapping : Component<Overlapping.State, Overlapping.Event>
{
    public sealed record State(bool On);

    public abstract record Event
    {
        [Io<Ask>] public sealed record Yes(Peer Of, [Input] bool Answer) : Event;

        [Io<Ask>] public sealed record Any(Peer Of, [Input] bool Answer) : Event;

        [Io<Grow>] public sealed record Low(int From, [Input] int To) : Event;

        [Io<Grow>] public sealed record High(int From, [Input] int To) : Event;
    }

    public override State Initial => new(false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Yes(_, var answer) when answer => s with { On = true },
        Event.Any => s,
        Event.Low(_, var to) when to < 5 => s,
        Event.High(_, var to) when to > 5 => s,
        _ => null,
    };
}

/// <summary>The world around askers: answers, and an alarm that looks at what it is told.</summary>
public sealed class World : EventSystem<World.State, World.Event>
{
    public sealed record State(Set<Peer> Dead, Bag<int> Log);

    public abstract record Event
    {
        public sealed record Answer(Peer By, Peer Of, bool Failed) : Event;

        public sealed record Stuck(Peer By, Peer Of, bool Failed) : Event;

        public sealed record Tell(Peer By, int Number) : Event;

        public sealed record Hear(Peer By, int Number) : Event;
    }

    public override State Initial => new(Set<Peer>.Empty, Bag<int>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Answer(_, var of, var failed) when failed == s.Dead.Contains(of) => s,
        Event.Stuck(_, var of, var failed) when failed && s.Dead.Contains(of) => s,
        Event.Tell(_, var number) when number > 0 => s with { Log = s.Log.Add(number) },
        Event.Hear(var by, var number) when !s.Dead.Contains(by) => s with { Log = s.Log.Add(number) },
        _ => null,
    };
}

/// <summary>Tells the world a number.</summary>
[Model]
public sealed class Say : IoOperation<int, Unit>
{
}

/// <summary>Somebody who tells and asks.</summary>
public sealed class Talker : Component<Talker.State, Talker.Event>
{
    public sealed record State(int Count);

    public abstract record Event
    {
        [Io<Say>] public sealed record Tell(int Number) : Event;

        [Io<Ask>] public sealed record Check(Peer Of, [Input] bool Answer) : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Tell(var n) when n == s.Count => s with { Count = s.Count + 1 },
        Event.Check => s,
        _ => null,
    };
}

/// <summary>Peers.</summary>
public interface IPeers : ITheory
{
    Domain<Peer> All { get; }
}

/// <summary>Talkers in their world.</summary>
public sealed class Town(IPeers peers) : Composition<World.State, World.Event, Peer, Talker.State, Talker.Event>(new World())
{
    public override Domain<Peer> Indices => peers.All;

    public override Talker Component(Peer index) => new();

    public override Step? Partner(World.Event e) => e switch
    {
        World.Event.Answer(var by, var of, var failed) => new Step(by, new Talker.Event.Check(of, failed)),
        World.Event.Stuck(var by, var of, var failed) => new Step(by, new Talker.Event.Check(of, failed)),
        World.Event.Tell(var by, var number) => new Step(by, new Talker.Event.Tell(number)),
        World.Event.Hear(var by, var number) => new Step(by, new Talker.Event.Tell(number)),
        _ => null,
    };
}

/// <summary>Two events on one operation whose inputs are disjoint and cover everything, and one of which may be asked for in one state only.</summary>
public sealed class Uneven : Component<Uneven.State, Uneven.Event>
{
    public sealed record State(bool On);

    public abstract record Event
    {
        [Io<Ask>] public sealed record Yes(Peer Of, [Input] bool Answer) : Event;

        [Io<Ask>] public sealed record No(Peer Of, [Input] bool Answer) : Event;
    }

    public override State Initial => new(false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Yes(_, var answer) when answer && s.On => s,
        Event.No(_, var answer) when !answer => s with { On = true },
        _ => null,
    };
}
