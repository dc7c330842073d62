using System.Diagnostics.CodeAnalysis;

namespace Igloo.Monitoring.Messages;

/// <summary>Those who wait for their turn, in the order of asking. Anyone leaves it in one step, and nothing of them stays. One thread at a time.</summary>
internal struct TurnQueue
{
    private TurnWaiter? first;
    private TurnWaiter? last;

    public void Add(TurnWaiter waiter)
    {
        (waiter.Before, waiter.IsQueued) = (last, true);
        if (last is null) first = waiter;
        else last.After = waiter;
        last = waiter;
    }

    /// <summary>Takes the one who has asked first.</summary>
    public bool TryTake([NotNullWhen(true)] out TurnWaiter? waiter)
    {
        waiter = first;
        if (waiter is null) return false;
        Remove(waiter);
        return true;
    }

    /// <summary>Takes one out, unless it is out already.</summary>
    public void Remove(TurnWaiter waiter)
    {
        if (!waiter.IsQueued) return;
        if (waiter.Before is null) first = waiter.After;
        else waiter.Before.After = waiter.After;
        if (waiter.After is null) last = waiter.Before;
        else waiter.After.Before = waiter.Before;
        (waiter.Before, waiter.After, waiter.IsQueued) = (null, null, false);
    }
}
