using System.Runtime.CompilerServices;

namespace Igloo.Monitoring.Permissions;

/// <summary>
/// A lock for sections of some ten nanoseconds. Entering costs one atomic instruction and leaving none, where
/// <see cref="Lock"/> needs one for each. Those who have to wait spin for a moment and then sleep.
/// </summary>
/// <remarks>
/// Leaving is a store and then a load, which a processor may swap. So a thread that is about to sleep first makes itself known and then
/// has every processor drain its stores: either it sees that the lock is free, or the thread that leaves sees that somebody waits.
/// </remarks>
internal sealed class ShortLock
{
    private readonly object sleeping = new();

    // The managed thread that is inside, or none.
    private int inside;
    private int waiting;
    private bool mayBeFree;

    /// <summary>Waits until no thread is inside.</summary>
    /// <exception cref="LockRecursionException">This thread is inside already.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Scope Enter()
    {
        var thread = Environment.CurrentManagedThreadId;
        if (Interlocked.CompareExchange(ref inside, thread, 0) != 0) Wait(thread);
        return new(this);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Exit()
    {
        Volatile.Write(ref inside, 0);
        if (Volatile.Read(ref waiting) != 0) Wake();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Wait(int thread)
    {
        if (Volatile.Read(ref inside) == thread) throw new LockRecursionException(Explaining.Advice.Reentrance);
        var spin = default(SpinWait);
        while (!spin.NextSpinWillYield)
        {
            spin.SpinOnce();
            if (TryEnter(thread)) return;
        }

        Interlocked.Increment(ref waiting);
        try
        {
            Interlocked.MemoryBarrierProcessWide();
            while (!TryEnter(thread)) Sleep();
        }
        finally
        {
            // Whoever sleeps still is woken by this thread when it leaves.
            Interlocked.Decrement(ref waiting);
        }
    }

    private void Sleep()
    {
        lock (sleeping)
        {
            while (!mayBeFree) Monitor.Wait(sleeping);
            mayBeFree = false;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Wake()
    {
        lock (sleeping)
        {
            mayBeFree = true;
            Monitor.Pulse(sleeping);
        }
    }

    private bool TryEnter(int thread) =>
        Volatile.Read(ref inside) == 0 && Interlocked.CompareExchange(ref inside, thread, 0) == 0;

    /// <summary>The section; left when disposed of.</summary>
    public readonly ref struct Scope
    {
        private readonly ShortLock entered;

        internal Scope(ShortLock entered) => this.entered = entered;

        /// <summary>Leaves the section.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Dispose() => entered.Exit();
    }
}
