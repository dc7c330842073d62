using Igloo.Models;
using Igloo.Values;

namespace Igloo.Cli.Tests.Models;

/// <summary>Says any word, which nothing restricts and nobody can list.</summary>
public sealed class Announcer : EventSystem<Announcer.State, Announcer.Event>
{
    public sealed record State(int Count);

    public abstract record Event
    {
        public sealed record Say(string Word) : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Say when s.Count < 2 => s with { Count = s.Count + 1 },
        _ => null,
    };

    /// <summary>It stops.</summary>
    [Invariant]
    public bool AnnouncerStops(State s) => s.Count >= 0 && s.Count < 3;
}

/// <summary>Sends any sequence of words.</summary>
public sealed class Broadcaster : EventSystem<Broadcaster.State, Broadcaster.Event>
{
    public sealed record State(int Count);

    public abstract record Event
    {
        public sealed record Send(Seq<Customer> To) : Event;

        public sealed record Stop(Seq<Customer> To) : Event;
    }

    public override State Initial => new(0);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Send when s.Count < 2 => s with { Count = s.Count + 1 },
        Event.Stop(var to) when to.Count == 7 && s.Count < 2 => s with { Count = 2 },
        _ => null,
    };

    /// <summary>It stops.</summary>
    [Invariant]
    public bool BroadcasterStops(State s) => s.Count >= 0 && s.Count < 3;
}
