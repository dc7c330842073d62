using Igloo.Models;
using Igloo.Values;
using static Igloo.Models.Logic;

namespace Igloo.Cli.Tests.Models;

/// <summary>A lock that holds.</summary>
public sealed class SoundLock : EventSystem<SoundLock.State, SoundLock.Event>
{
    public sealed record State(Set<Customer> Holders);

    public abstract record Event
    {
        public sealed record Acquire(Customer Customer) : Event;

        public sealed record Release(Customer Customer) : Event;
    }

    public override State Initial => new(Set<Customer>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Acquire(var c) when s.Holders.IsEmpty => s with { Holders = s.Holders.Add(c) },
        Event.Release(var c) when s.Holders.Contains(c) => s with { Holders = s.Holders.Remove(c) },
        _ => null,
    };

    /// <summary>At most one customer holds the lock.</summary>
    [Invariant]
    public bool SoundExclusion(State s, Customer a, Customer b) => Implies(s.Holders.Contains(a) && s.Holders.Contains(b), a == b);
}
