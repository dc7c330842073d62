using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Igloo.Monitoring.Telemetry;

/// <summary>Hands values to observers in the order in which they were posted, with no lock of the monitor held.</summary>
/// <typeparam name="T">The values.</typeparam>
/// <remarks>
/// Post under the monitor's lock, deliver outside it. Whoever delivers first delivers for all; observers must not wait for events. One that throws is taken
/// out, as Rx does it, and the exception kept for whoever delivers.
/// </remarks>
internal sealed class Broadcast<T> : IObservable<T>
{
    private readonly ConcurrentQueue<(T Value, bool IsEnd)> posted = new();
    private ImmutableArray<IObserver<T>> observers = [];
    private ConcurrentQueue<Exception>? failures;
    private int delivering;
    private volatile bool hasEnded;

    public bool IsHeard => !observers.IsEmpty;

    public IDisposable Subscribe(IObserver<T> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        ImmutableInterlocked.Update(ref observers, (all, o) => all.Add(o), observer);

        // Whoever takes an observer out tells it of the end, so that one that comes meanwhile is told, and once.
        if (hasEnded && Forget(observer)) observer.OnCompleted();
        return new Subscription(this, observer);
    }

    public void Post(T value) => posted.Enqueue((value, false));

    public void PostEnd() => posted.Enqueue((default!, true));

    public void Deliver()
    {
        while (!posted.IsEmpty && Interlocked.CompareExchange(ref delivering, 1, 0) == 0)
        {
            try
            {
                while (posted.TryDequeue(out var next)) Hand(next.Value, next.IsEnd);
            }
            finally
            {
                // A plain store could pass the next look at the queue: what is posted in between would wait for another event.
                Interlocked.Exchange(ref delivering, 0);
            }
        }
    }

    /// <summary>An exception of an observer that nobody has been told of.</summary>
    public bool TryTakeFailure([NotNullWhen(true)] out Exception? failure)
    {
        failure = null;
        return Volatile.Read(ref failures)?.TryDequeue(out failure) == true;
    }

    private void Hand(T value, bool isEnd)
    {
        if (isEnd)
        {
            hasEnded = true;
            foreach (var observer in ImmutableInterlocked.InterlockedExchange(ref observers, [])) Tell(observer, value, isEnd);
            return;
        }

        foreach (var observer in observers) Tell(observer, value, isEnd);
    }

    private void Tell(IObserver<T> observer, T value, bool isEnd)
    {
        try
        {
            if (isEnd) observer.OnCompleted();
            else observer.OnNext(value);
        }
        catch (Exception failure)
        {
            Forget(observer);
            LazyInitializer.EnsureInitialized(ref failures).Enqueue(failure);
        }
    }

    private bool Forget(IObserver<T> observer) => ImmutableInterlocked.Update(ref observers, (all, o) => all.Remove(o), observer);

    private sealed class Subscription(Broadcast<T> broadcast, IObserver<T> observer) : IDisposable
    {
        public void Dispose() => broadcast.Forget(observer);
    }
}
