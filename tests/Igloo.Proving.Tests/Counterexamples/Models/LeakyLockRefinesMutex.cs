using Igloo.Models;

namespace Igloo.Proving.Tests.Counterexamples.Models;

/// <summary>Taking is acquiring.</summary>
public sealed class LeakyLockRefinesMutex()
    : Refinement<LeakyLock.State, LeakyLock.Event, Mutex.State, Mutex.Event>(new LeakyLock(), new Mutex())
{
    public override bool Related(LeakyLock.State c, Mutex.State a) =>
        a.Holder is { } holder ? c.Holding.Contains(holder) && c.Holding.All(h => h == holder) : c.Holding.IsEmpty;

    public override Mutex.Event? Mediate(LeakyLock.Event e) => e switch
    {
        LeakyLock.Event.Take(var c) => new Mutex.Event.Acquire(c),
        LeakyLock.Event.Release(var c) => new Mutex.Event.Release(c),
        _ => null,
    };
}
