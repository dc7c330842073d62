namespace Igloo.Monitoring.Timers;

/// <summary>Clocks that ring, by key: each at most once after it was set, and not after it was cleared.</summary>
/// <typeparam name="TKey">What distinguishes them.</typeparam>
/// <param name="clock">The time.</param>
/// <remarks>Under <see cref="Door"/>, which its user holds as well to make an event and its consequence one step.</remarks>
internal sealed class Alarms<TKey>(TimeProvider clock) : IDisposable
    where TKey : notnull
{
    private readonly Dictionary<TKey, ITimer> set = [];
    private readonly List<TKey> due = [];
    private readonly SemaphoreSlim rung = new(0);
    private bool isDisposed;

    public Lock Door { get; } = new();

    /// <summary>Sets a clock, or sets it anew: what has rung and was not taken has not rung.</summary>
    public void Set(TKey key, TimeSpan after)
    {
        lock (Door)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            Clear(key);
            // It may ring before it is known, and then finds the door closed until it is.
            ITimer? timer = null;
            timer = clock.CreateTimer(_ => Ring(key, timer!), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            set[key] = timer;
            timer.Change(after, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Clears a clock, set or not.</summary>
    public void Clear(TKey key)
    {
        lock (Door)
        {
            if (set.Remove(key, out var timer)) timer.Dispose();
            due.Remove(key);
        }
    }

    /// <summary>Waits until some clock may have rung.</summary>
    public Task WaitAsync(CancellationToken cancellation) => rung.WaitAsync(cancellation);

    /// <summary>Lets another one look, by one that was woken and took nothing.</summary>
    public void Wake() => rung.Release();

    /// <summary>The clock that has rung first and was not taken.</summary>
    public bool TryPeek(out TKey? key)
    {
        lock (Door)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            key = due.Count > 0 ? due[0] : default;
            return due.Count > 0;
        }
    }

    public void Dispose()
    {
        lock (Door)
        {
            if (isDisposed) return;
            isDisposed = true;
            foreach (var timer in set.Values) timer.Dispose();
            set.Clear();
            due.Clear();
        }

        // Whoever waits sees that there is nothing to wait for.
        rung.Release(short.MaxValue);
    }

    // The clock of an earlier setting may ring while it is being cleared.
    private void Ring(TKey key, ITimer timer)
    {
        lock (Door)
        {
            if (!set.TryGetValue(key, out var current) || !ReferenceEquals(current, timer)) return;
            set.Remove(key);
            timer.Dispose();
            due.Add(key);
        }

        rung.Release();
    }
}
