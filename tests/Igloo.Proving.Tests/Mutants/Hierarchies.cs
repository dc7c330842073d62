namespace Igloo.Proving.Tests.Mutants;

/// <summary>What is heard and said: a closed hierarchy.</summary>
public abstract record Signal
{
    public sealed record Start(Peer By) : Signal;

    public sealed record Stop : Signal;
}

/// <summary>Hears any signal and repeats the last one.</summary>
public sealed class Listening : Component<Listening.State, Listening.Event>
{
    public sealed record State(bool IsStarted, Set<Peer> Starters);

    public abstract record Event
    {
        [Io<Udp.Receive<Signal>>] public sealed record Hear([Input] Signal Signal) : Event;

        [Io<Udp.Send<Signal>>] public sealed record Repeat(Address To, Signal Signal) : Event;
    }

    public override State Initial => new(false, Set<Peer>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Hear(Signal.Start(var by)) => new(true, s.Starters.Add(by)),
        Event.Hear(Signal.Stop) => s with { IsStarted = false },
        Event.Repeat(_, Signal.Start(var by)) when s.Starters.Contains(by) => s,
        Event.Repeat(_, Signal.Stop) when !s.IsStarted => s,
        _ => null,
    };
}

/// <summary>Takes each kind of signal by an event of its own.</summary>
public sealed class Sorting : Component<Sorting.State, Sorting.Event>
{
    public sealed record State(int Starts);

    [Model]
    public sealed class Pull : IoOperation<Unit, Signal>;

    public abstract record Event
    {
        [Io<Pull>] public sealed record TakeStart([Input] Signal Signal) : Event;

        [Io<Pull>] public sealed record TakeStop([Input] Signal Signal) : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.TakeStart(Signal.Start) => new State(s.Starts + 1),
        Event.TakeStop(Signal.Stop) => s,
        _ => null,
    };
}

/// <summary>Wants to hear starts only.</summary>
public sealed class Fussy : Component<Fussy.State, Fussy.Event>
{
    public sealed record State(int Starts);

    public abstract record Event
    {
        [Io<Udp.Receive<Signal>>] public sealed record Hear([Input] Signal Signal) : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e is Event.Hear(Signal.Start) ? new State(s.Starts + 1) : null;
}
