using Igloo.Models;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>What a lock is for.</summary>
public sealed class Mutex : EventSystem<Mutex.State, Mutex.Event>
{
    public sealed record State(Client? Holder);

    public abstract record Event
    {
        public sealed record Acquire(Client Client) : Event;

        public sealed record Release(Client Client) : Event;
    }

    public override State Initial => new(Holder: null);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Acquire(var c) when s.Holder is null => s with { Holder = c },
        Event.Release(var c) when s.Holder == c => s with { Holder = null },
        _ => null,
    };
}
