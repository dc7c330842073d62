using Igloo.Models;
using static Igloo.Models.Logic;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>A mutex that anybody may release, with an event that nobody can do.</summary>
public sealed class CarelessMutex : EventSystem<CarelessMutex.State, CarelessMutex.Event>
{
    public sealed record State(Client? Holder, bool IsBroken);

    public abstract record Event
    {
        public sealed record Acquire(Client Client) : Event;

        public sealed record Release(Client Client) : Event;

        public sealed record Repair : Event;
    }

    public override State Initial => new(Holder: null, IsBroken: false);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Acquire(var c) when s.Holder is null => s with { Holder = c },
        Event.Release => s with { Holder = null },
        Event.Repair when s.IsBroken => s with { IsBroken = false },
        _ => null,
    };

    /// <summary>Nothing ever breaks.</summary>
    [Invariant]
    public bool NeverBroken(State s) => !s.IsBroken;

    /// <summary>The holder has acquired the lock.</summary>
    [Invariant]
    public bool HolderHasAcquired(State s, Past<Event> past, Client c) => Implies(s.Holder == c, past.Contains(new Event.Acquire(c)));

    /// <summary>Nobody releases a lock that he has never acquired.</summary>
    [TraceProperty]
    public bool ReleasesWhatWasAcquired(Past<Event> before, Event.Release now) => before.Contains(new Event.Acquire(now.Client));
}
