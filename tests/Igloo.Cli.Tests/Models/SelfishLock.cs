using Igloo.Models;
using Igloo.Values;

namespace Igloo.Cli.Tests.Models;

/// <summary>A lock whose holder may keep it for ever: only acquiring is fair.</summary>
public sealed class SelfishLock : EventSystem<SelfishLock.State, SelfishLock.Event>
{
    public sealed record State(Set<Customer> Holders, Set<Customer> Served);

    public abstract record Event
    {
        [WeaklyFair]
        public sealed record Acquire(Customer Customer) : Event;

        public sealed record Release(Customer Customer) : Event;
    }

    public override State Initial => new(Set<Customer>.Empty, Set<Customer>.Empty);

    public override State? Next(State s, Event e) => e switch
    {
        Event.Acquire(var c) when s.Holders.IsEmpty => new State(s.Holders.Add(c), s.Served.Add(c)),
        Event.Release(var c) when s.Holders.Contains(c) => s with { Holders = s.Holders.Remove(c) },
        _ => null,
    };

    /// <summary>Everybody is served some day.</summary>
    [Eventually]
    public bool IsServed(State s, Customer c) => s.Served.Contains(c);
}
