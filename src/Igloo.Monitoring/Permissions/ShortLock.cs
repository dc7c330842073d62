using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Igloo.Monitoring.Permissions;

/// <summary>
/// A lock for sections of some ten nanoseconds. Entering costs one atomic instruction and leaving none, where
/// <see cref="Lock"/> needs one for each. Those who have to wait spin for a moment and then sleep.
/// </summary>
/// <remarks>
/// Leaving is a store and then a load, which a processor may swap. So a thread that is about to sleep first makes itself known and then
/// has every processor drain its stores: either it sees that the lock is free, or the thread that leaves sees that somebody waits.
/// <para>A value, so that it lies beside what it guards: a field that is never copied.</para>
/// </remarks>
internal struct ShortLock
{
    // Made for the first who sleeps.
    private object? sleeping;

    // The managed thread that is inside, or none.
    private int inside;
    private int waiting;
    private bool mayBeFree;

    /// <summary>Waits until no thread is inside.</summary>
    /// <exception cref="LockRecursionException">This thread is inside already.</exception>
    [UnscopedRef]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Scope Enter()
    {
        var thread = Environment.CurrentManagedThreadId;
        if (Interlocked.CompareExchange(ref inside, thread, 0) != 0) Wait(thread);
        return new(ref this);
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
        var sleepers = LazyInitializer.EnsureInitialized(ref sleeping);
        lock (sleepers)
        {
            while (!mayBeFree) Monitor.Wait(sleepers);
            mayBeFree = false;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Wake()
    {
        var sleepers = LazyInitializer.EnsureInitialized(ref sleeping);
        lock (sleepers)
        {
            mayBeFree = true;
            Monitor.Pulse(sleepers);
        }
    }

    private bool TryEnter(int thread) =>
        Volatile.Read(ref inside) == 0 && Interlocked.CompareExchange(ref inside, thread, 0) == 0;

    /// <summary>The section; left when disposed of.</summary>
    public readonly ref struct Scope
    {
        private readonly ref ShortLock entered;

        internal Scope(ref ShortLock entered) => this.entered = ref entered;

        /// <summary>Leaves the section.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Dispose() => entered.Exit();
    }
}
