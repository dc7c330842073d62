using System.Runtime.CompilerServices;

namespace Igloo.Monitoring.Messages;

/// <summary>One operation at a time, in the order of asking, until one of them ends all later ones. Without garbage, whether or not one has to wait.</summary>
internal sealed class Turns(string name)
{
    private const int Free = 0;
    private const int Taken = 1;
    private const int Wanted = 2;
    private readonly Lock queueing = new();
    private TurnQueue waiting;
    private Stack<TurnWaiter>? spares;

    // Becomes and leaves Wanted inside the lock only; between Free and Taken one atomic instruction does.
    private int state;
    private Exception? reason;

    /// <summary>Begins if nobody else is active.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryEnter()
    {
        if (Interlocked.CompareExchange(ref state, Taken, Free) != Free) return false;
        RequireOpenInside();
        return true;
    }

    /// <summary>Begins when those who asked before have ended.</summary>
    /// <param name="cancellation">Gives up.</param>
    public ValueTask EnterAsync(CancellationToken cancellation)
    {
        RequireOpen();
        return TryEnter() ? default : WaitAsync(cancellation);
    }

    /// <summary>As the other, on the calling thread: whoever ends before it wakes it, so that no thread of the pool is needed.</summary>
    public void Enter()
    {
        RequireOpen();
        if (TryEnter()) return;
        if (Queue(isBlocking: true) is { } waiter) waiter.Wait();
        else RequireOpenInside();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit()
    {
        if (Interlocked.CompareExchange(ref state, Free, Taken) != Taken) HandOver();
    }

    /// <summary>Ends those that wait and all later ones. What has begun goes on, for as long as a peer may stall it.</summary>
    /// <param name="cause">The failure, or null for a disposal.</param>
    public void End(Exception? cause)
    {
        if (Interlocked.CompareExchange(ref reason, cause ?? new ObjectDisposedException(name), null) is not null) return;
        lock (queueing)
        {
            while (waiting.TryTake(out var next)) next.End(Ended(reason));
        }
    }

    /// <summary>The turn of a waiter, which is over, has come.</summary>
    internal void Begin(TurnWaiter waiter)
    {
        lock (queueing) (spares ??= new()).Push(waiter);
        RequireOpenInside();
    }

    /// <summary>A waiter has given up: its place in the queue goes with it, for the turn may never come.</summary>
    internal void GiveUp(TurnWaiter waiter)
    {
        lock (queueing) waiting.Remove(waiter);
    }

    private ValueTask WaitAsync(CancellationToken cancellation)
    {
        if (Queue(isBlocking: false) is { } waiter) return waiter.WaitAsync(cancellation);
        RequireOpenInside();
        return default;
    }

    // Null if it is this one's turn.
    private TurnWaiter? Queue(bool isBlocking)
    {
        lock (queueing)
        {
            if (Interlocked.Exchange(ref state, Wanted) == Free) return null;
            RequireOpen();
            var waiter = spares is { Count: > 0 } ? spares.Pop() : new(this);
            if (isBlocking) waiter.Block();
            waiting.Add(waiter);
            return waiter;
        }
    }

    private void HandOver()
    {
        lock (queueing)
        {
            while (waiting.TryTake(out var next))
            {
                if (next.TryBegin()) return;
            }

            Volatile.Write(ref state, Free);
        }
    }

    private void RequireOpenInside()
    {
        if (Volatile.Read(ref reason) is null) return;
        Exit();
        RequireOpen();
    }

    /// <summary>That no turn has ended them all.</summary>
    public void RequireOpen()
    {
        if (Volatile.Read(ref reason) is { } cause) throw Ended(cause);
    }

    private Exception Ended(Exception cause) => cause is ObjectDisposedException ? new ObjectDisposedException(name) : new IOException($"{name} has ended: {cause.Message}", cause);
}
