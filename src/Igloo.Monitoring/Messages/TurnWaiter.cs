using System.Threading.Tasks.Sources;

namespace Igloo.Monitoring.Messages;

/// <summary>An operation that waits for its turn; used again for another one, unless it was cancelled or ended.</summary>
/// <remarks>Its neighbours in the queue are the queue's, and so is whether it is in there.</remarks>
internal sealed class TurnWaiter(Turns turns) : IValueTaskSource
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int Cancelled = 2;
    private const int Ended = 3;

    // Whoever hands the turn over holds a lock.
    private ManualResetValueTaskSourceCore<bool> core = new() { RunContinuationsAsynchronously = true };
    private CancellationTokenRegistration registration;
    private CancellationToken cancellation;
    private int outcome;

    // Of a thread that is blocked; null while nobody is.
    private object? blocked;
    private Exception? endedBy;

    public TurnWaiter? Before { get; set; }

    public TurnWaiter? After { get; set; }

    public bool IsQueued { get; set; }

    /// <summary>Called once, after it was put into the queue.</summary>
    public ValueTask WaitAsync(CancellationToken giveUp)
    {
        var task = new ValueTask(this, core.Version);
        cancellation = giveUp;
        registration = giveUp.UnsafeRegister(static waiter => ((TurnWaiter)waiter!).Cancel(), this);
        return task;
    }

    /// <summary>Makes it wait by <see cref="Wait"/>. Called before it is put into the queue.</summary>
    public void Block() => blocked = new();

    /// <summary>Blocks the thread. Called once, after it was put into the queue.</summary>
    public void Wait()
    {
        try
        {
            lock (blocked!)
            {
                while (Volatile.Read(ref outcome) == Waiting) Monitor.Wait(blocked);
            }
        }
        catch (ThreadInterruptedException) when (Interlocked.CompareExchange(ref outcome, Cancelled, Waiting) == Waiting)
        {
            turns.GiveUp(this);
            throw;
        }
        catch (ThreadInterruptedException)
        {
            // Its turn has come already, and nobody would end it.
            if (Volatile.Read(ref outcome) == Begun) turns.Exit();
            throw;
        }

        if (outcome == Ended) throw endedBy!;
        (blocked, outcome, endedBy) = (null, Waiting, null);
        turns.Begin(this);
    }

    /// <summary>False if it has been cancelled.</summary>
    public bool TryBegin()
    {
        if (Interlocked.CompareExchange(ref outcome, Begun, Waiting) != Waiting) return false;
        if (blocked is { } sleeping) Wake(sleeping);
        else core.SetResult(true);
        return true;
    }

    /// <summary>Its turn will not come.</summary>
    public void End(Exception reason)
    {
        // Before the outcome shows, since a blocked thread looks for it then.
        endedBy = reason;
        if (Interlocked.CompareExchange(ref outcome, Ended, Waiting) != Waiting) return;
        if (blocked is { } sleeping) Wake(sleeping);
        else core.SetException(reason);
    }

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => core.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        core.OnCompleted(continuation, state, token, flags);

    void IValueTaskSource.GetResult(short token)
    {
        try
        {
            core.GetResult(token);
        }
        finally
        {
            // Waits for a cancellation that is on its way, so that it does not meet the next use.
            registration.Dispose();
        }

        core.Reset();
        (cancellation, outcome, endedBy) = (default, Waiting, null);
        turns.Begin(this);
    }

    private static void Wake(object sleeping)
    {
        lock (sleeping) Monitor.Pulse(sleeping);
    }

    private void Cancel()
    {
        if (Interlocked.CompareExchange(ref outcome, Cancelled, Waiting) != Waiting) return;
        turns.GiveUp(this);
        core.SetException(new OperationCanceledException(cancellation));
    }
}
