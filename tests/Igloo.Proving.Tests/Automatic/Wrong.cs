namespace Igloo.Proving.Tests.Automatic;

/// <summary>Doubles and increments by itself: what comes out depends on the order.</summary>
public sealed class Mixer : Component<Mixer.State, Mixer.Event>
{
    public sealed record State(int Number, bool MayDouble, bool MayIncrement);

    public abstract record Event
    {
        [Internal(IsAutomatic = true)]
        public sealed record Double : Event;

        [Internal(IsAutomatic = true)]
        public sealed record Increment : Event;
    }

    public override State Initial => new(0, MayDouble: true, MayIncrement: true);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Double when s.MayDouble => s with { Number = s.Number + s.Number, MayDouble = false },
        Event.Increment when s.MayIncrement => s with { Number = s.Number + 1, MayIncrement = false },
        _ => null,
    };

    [Ranking]
    public int Open(State s) => (s.MayDouble ? 1 : 0) + (s.MayIncrement ? 1 : 0);
}

/// <summary>Picks one of those that have come by itself: the first one takes it all.</summary>
public sealed class Picker : Component<Picker.State, Picker.Event>
{
    public sealed record State(Set<Parcel> Waiting, Parcel? Picked);

    public abstract record Event
    {
        [Io<Udp.Receive<Parcel>>]
        public sealed record Receive([Input] Parcel Parcel) : Event;

        [Internal(IsAutomatic = true)]
        public sealed record Pick(Parcel Parcel) : Event;
    }

    public override State Initial => new(Set<Parcel>.Empty, null);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Receive(var parcel) => s with { Waiting = s.Waiting.Add(parcel) },
        Event.Pick(var parcel) when s.Picked is null && s.Waiting.Contains(parcel) => s with { Picked = parcel },
        _ => null,
    };

    [Ranking]
    public int Unpicked(State s) => s.Picked is null ? 1 : 0;
}

/// <summary>Opens and shuts by itself for ever, and does not say what that uses up.</summary>
public sealed class Shutter : Component<Shutter.State, Shutter.Event>
{
    public sealed record State(bool IsShut);

    public abstract record Event
    {
        [Internal(IsAutomatic = true)]
        public sealed record Shut : Event;

        [Internal(IsAutomatic = true)]
        public sealed record Open : Event;
    }

    public override State Initial => new(IsShut: false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Shut => new State(IsShut: true),
        Event.Open => new State(IsShut: false),
        _ => null,
    };
}

/// <summary>The same, with a ranking that does not become smaller.</summary>
public sealed class RankedShutter : Component<RankedShutter.State, RankedShutter.Event>
{
    public sealed record State(bool IsShut);

    public abstract record Event
    {
        [Internal(IsAutomatic = true)]
        public sealed record Shut : Event;

        [Internal(IsAutomatic = true)]
        public sealed record Open : Event;
    }

    public override State Initial => new(IsShut: false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Shut => new State(IsShut: true),
        Event.Open => new State(IsShut: false),
        _ => null,
    };

    [Ranking]
    public int Light(State s) => s.IsShut ? 0 : 1;
}

/// <summary>Spends by itself for ever, on credit.</summary>
public sealed class Spender : Component<Spender.State, Spender.Event>
{
    public sealed record State(int Balance);

    public abstract record Event
    {
        [Internal(IsAutomatic = true)]
        public sealed record Spend : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e is Event.Spend ? s with { Balance = s.Balance - 1 } : null;

    [Ranking]
    public int Balance(State s) => s.Balance;
}

/// <summary>Hands on by itself what has come, to a place that its ranking counts too.</summary>
public sealed class Porter : Component<Porter.State, Porter.Event>
{
    public sealed record State(Set<Parcel> Here, Set<Parcel> There);

    public abstract record Event
    {
        [Internal(IsAutomatic = true)]
        public sealed record Carry(Parcel Parcel) : Event;

        [Io<Udp.Receive<Parcel>>]
        public sealed record Receive([Input] Parcel Parcel) : Event;
    }

    public override State Initial => new(Set<Parcel>.Empty, Set<Parcel>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Carry(var parcel) when s.Here.Contains(parcel) => new(s.Here.Remove(parcel), s.There.Add(parcel)),
        Event.Receive(var parcel) => s with { Here = s.Here.Add(parcel) },
        _ => null,
    };

    [Ranking]
    public Set<Parcel> Anywhere(State s) => s.Here.Union(s.There);
}

/// <summary>Closes by itself, after which nobody can look any more.</summary>
public sealed class Window : Component<Window.State, Window.Event>
{
    public sealed record State(bool IsOpen);

    public abstract record Event
    {
        [Internal(IsAutomatic = true)]
        public sealed record Close : Event;

        [Internal]
        public sealed record Look : Event;
    }

    public override State Initial => new(IsOpen: true);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Close => new State(IsOpen: false),
        Event.Look when s.IsOpen => s,
        _ => null,
    };

    [Ranking]
    public int Light(State s) => s.IsOpen ? 1 : 0;
}

/// <summary>Claims something of its own traces about an event that nobody reports.</summary>
public sealed class Diary : Component<Diary.State, Diary.Event>
{
    public sealed record State(bool IsWritten);

    public abstract record Event
    {
        [Internal(IsAutomatic = true)]
        public sealed record Write : Event;

        [Internal(IsAutomatic = true)]
        public sealed record Think : Event;
    }

    public override State Initial => new(IsWritten: false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Write when !s.IsWritten => new State(IsWritten: true),
        Event.Think => s,
        _ => null,
    };

    [Ranking]
    public int Empty(State s) => s.IsWritten ? 0 : 1;

    [Invariant] public bool PastIsState(State s, Past<Event> past) => past.Contains(new Event.Write()) == s.IsWritten;

    [TraceProperty] public bool WritesOnce(Past<Event> before, Event.Write now) => !before.Contains(now);

    [TraceProperty] public bool WritesFirst(State s, Past<Event> before, Event.Write now) => !s.IsWritten;
}

/// <summary>Ranks by what may become smaller for ever.</summary>
public sealed class Guesser : Component<Guesser.State, Guesser.Event>
{
    public sealed record State(bool IsDone);

    public abstract record Event
    {
        [Internal(IsAutomatic = true)]
        public sealed record Guess : Event;
    }

    public override State Initial => new(IsDone: false);

    public override State? Next(State s, Event e) => e is Event.Guess ? new State(IsDone: true) : null;

    [Ranking]
    public bool Open(State s) => !s.IsDone;
}
