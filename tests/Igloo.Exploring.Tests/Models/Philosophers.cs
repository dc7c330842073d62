namespace Igloo.Exploring.Tests.Models;

/// <summary>Dining philosophers who all take the left fork first, so that they may wait for each other for ever.</summary>
/// <param name="participants">Those who sit at the table.</param>
public sealed class Philosophers(IParticipants participants) : EventSystem<Philosophers.State, Philosophers.Event>
{
    public sealed record State(Map<Participant, int> Forks, Set<Participant> Full);

    public abstract record Event
    {
        public sealed record Take(Participant Who) : Event;

        public sealed record Eat(Participant Who, Participant Neighbour) : Event;
    }

    public override State Initial => new(Map<Participant, int>.Constant(0), []);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Take(var who) when s.Forks[who] == 0 && !s.Full.Contains(who) => s with { Forks = s.Forks.Set(who, 1) },
        Event.Eat(var who, var next) when s.Forks[who] == 1 && next != who && s.Forks[next] == 0 =>
            s with { Forks = s.Forks.Set(who, 0), Full = s.Full.Add(who) },
        _ => null,
    };

    /// <summary>Everybody has eaten.</summary>
    [Terminal]
    public bool Finished(State s) => participants.All.All(who => s.Full.Contains(who));
}

/// <summary>Stops at three, and says nothing about where it may end.</summary>
public sealed class Stops : EventSystem<Stops.State, Stops.Event>
{
    public sealed record State(int Place);

    public abstract record Event
    {
        public sealed record Go : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e is Event.Go && s.Place < 3 ? s with { Place = s.Place + 1 } : null;
}

/// <summary>A log that grows for ever, beside a flag that does not.</summary>
public sealed class Endless : EventSystem<Endless.State, Endless.Event>
{
    public sealed record State(bool Flag, Seq<bool> Log, Set<bool> Seen);

    public abstract record Event
    {
        public sealed record Flip : Event;

        public sealed record Note : Event;
    }

    public override State Initial => new(false, Seq<bool>.Empty, []);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Flip => s with { Flag = !s.Flag },
        Event.Note => s with { Log = s.Log.Append(s.Flag), Seen = s.Seen.Add(s.Flag) },
        _ => null,
    };
}
