namespace LockServer;

/// <summary>Taking the token is acquiring the lock; sending it back is releasing it.</summary>
public sealed class LockProtocolRefinesMutex()
    : Refinement<LockProtocol.State, LockProtocol.Event, Mutex.State, Mutex.Event>(new LockProtocol(), new Mutex())
{
    /// <inheritdoc/>
    public override bool Related(LockProtocol.State c, Mutex.State a) =>
        a.Holder is { } holder ? c.Holding.Contains(holder) && c.Holding.All(h => h == holder) : c.Holding.IsEmpty;

    /// <inheritdoc/>
    public override Mutex.Event? Mediate(LockProtocol.Event e) => e switch
    {
        LockProtocol.Event.Take(var c) => new Mutex.Event.Acquire(c),
        LockProtocol.Event.Release(var c) => new Mutex.Event.Release(c),
        _ => null,
    };
}
