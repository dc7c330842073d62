using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Igloo.IoSpecs;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Health;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Telemetry;

/// <summary>What a monitor says to others, its log, its observers and its meters: noted under its lock, said with no lock held.</summary>
/// <remarks>Nothing that they throw leaves it: it is told as a report.</remarks>
internal sealed class Announcements<TState, TEvent>(string name, MonitorOptions<TState, TEvent> options, AuditTrail<TState, TEvent> trail)
    where TState : class
    where TEvent : class
{
    // How often the size of the state is looked at, in events: a power of two.
    private const long SizePeriod = 1_024;
    private Broadcast<MonitoredEvent<TEvent>>? events;
    private Broadcast<MonitorReport>? reports;
    private StateGrowth<TState>? growth;

    // Whoever listens to meters is called by them at once.
    private ConcurrentQueue<(string Case, ViolationKind? Violation)>? counted;
    private ConcurrentQueue<MonitorReport>? failures;
    private int toldFailures;
    private TEvent? anchored;
    private TState? large;
    private volatile bool hasMore;

    // Of this thread, while it holds a lock that is not the monitor's.
    [ThreadStatic]
    private static Silence? silence;

    // Made for the first who asks, since of many monitors few are listened to.
    public IObservable<MonitoredEvent<TEvent>> Events => Made(ref events);

    public IObservable<MonitorReport> Reports => Made(ref reports);

    /// <summary>Notes a recorded event.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Note(AuditKind kind, TEvent e, TState after)
    {
        if ((trail.LastEvent & (SizePeriod - 1)) == 0 || events is { IsHeard: true } || MonitorInstruments.CountsEvents) NoteAll(kind, e, after);
    }

    /// <summary>Notes that the program was found again.</summary>
    public void NoteAnchor(TEvent e) => (anchored, hasMore) = (e, true);

    /// <summary>Notes an action that was not permitted.</summary>
    public void NoteViolation(string caseName, ViolationKind kind)
    {
        if (!MonitorInstruments.CountsViolations) return;
        Made(ref counted).Enqueue((caseName, kind));
        hasMore = true;
    }

    /// <summary>Keeps what this thread has to say until the result is disposed of: what others do must not wait for a log or an observer under a lock.</summary>
    public IDisposable KeepSilent() => silence = new Silence(this, silence);

    /// <summary>Notes that nothing follows.</summary>
    public void NoteEnd()
    {
        Made(ref events).PostEnd();
        Made(ref reports).PostEnd();
    }

    /// <summary>Says what was noted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Say()
    {
        if (hasMore || trail.HasReport) SayAll();
    }

    private void NoteAll(AuditKind kind, TEvent e, TState after)
    {
        if (events is { IsHeard: true } heard) heard.Post(new(trail.LastEvent, options.Clock.GetUtcNow(), kind, e));
        if (MonitorInstruments.CountsEvents) Made(ref counted).Enqueue((e.GetType().Name, null));
        if ((trail.LastEvent & (SizePeriod - 1)) == 0) large = after;
        hasMore = true;
    }

    // What is noted from here on is said by whoever noted it, or by this call.
    private void SayAll()
    {
        if (Kept is not null) return;
        hasMore = false;
        while (counted is not null && counted.TryDequeue(out var next)) Count(next.Case, next.Violation);
        Deliver(events, ListenerKind.Events);
        if (trail.TakeReport() is { } failure) Tell(failure);
        if (large is not null) SayGrowth();
        if (anchored is not null && Interlocked.Exchange(ref anchored, null) is { } e) Tell(new MonitorReport.Anchored(options.Clock.GetUtcNow(), EventText.Short(e)));
        SayFailures();
    }

    /// <summary>Tells the log and whoever listens.</summary>
    public void Tell(MonitorReport report)
    {
        if (Kept is { } kept)
        {
            kept.Add(report);
            return;
        }

        Count(report);
        foreach (var log in Delegate.EnumerateInvocationList(options.Log)) Write(log, report);
        if (reports is { IsHeard: true } heard)
        {
            heard.Post(report);
            Deliver(heard, ListenerKind.Reports);
        }

        SayFailures();
    }

    /// <summary>Tells that a listener to traces has thrown: they are called at once, and never under a lock of the monitor.</summary>
    public void TellOfTrace(Exception failure)
    {
        NoteFailure(ListenerKind.Trace, failure);
        SayFailures();
    }

    /// <summary>Says what was noted last, and that it was the last.</summary>
    public void SayEnd()
    {
        SayAll();
        Deliver(reports, ListenerKind.Reports);
        SayFailures();
    }

    private void Count(string caseName, ViolationKind? violation)
    {
        try
        {
            if (violation is { } kind) MonitorInstruments.CountViolation(name, caseName, kind.ToString());
            else MonitorInstruments.CountEvent(name, caseName);
        }
        catch (Exception failure)
        {
            NoteFailure(ListenerKind.Meter, failure);
        }
    }

    private void Count(MonitorReport report)
    {
        try
        {
            MonitorInstruments.CountReport(name, report.GetType().Name);
        }
        catch (Exception failure)
        {
            NoteFailure(ListenerKind.Meter, failure);
        }
    }

    private void Write(Action<MonitorReport> log, MonitorReport report)
    {
        try
        {
            log(report);
        }
        catch (Exception failure)
        {
            NoteFailure(ListenerKind.Log, failure);
        }
    }

    private void Deliver<T>(Broadcast<T>? broadcast, ListenerKind listener)
    {
        if (broadcast is null) return;
        broadcast.Deliver();
        while (broadcast.TryTakeFailure(out var failure)) NoteFailure(listener, failure);
    }

    // An observer that throws is called no more; the others are, and would be told of without end.
    private void NoteFailure(ListenerKind listener, Exception failure)
    {
        var own = 1 << (int)listener;
        var isTold = (Interlocked.Or(ref toldFailures, own) & own) != 0;
        if (isTold && listener is not (ListenerKind.Events or ListenerKind.Reports)) return;
        Made(ref failures).Enqueue(new MonitorReport.ListenerFailure(options.Clock.GetUtcNow(), listener, failure));
    }

    private void SayFailures()
    {
        while (failures is not null && failures.TryDequeue(out var failure)) Tell(failure);
    }

    private void SayGrowth()
    {
        if (Interlocked.Exchange(ref large, null) is { } state && Made(ref growth).Look(state) is { } field)
        {
            Tell(new MonitorReport.GrowingState(options.Clock.GetUtcNow(), field.Field, field.Size));
        }
    }

    private static T Made<T>(ref T? made)
        where T : class, new()
    {
        if (Volatile.Read(ref made) is { } known) return known;
        var one = new T();
        return Interlocked.CompareExchange(ref made, one, null) ?? one;
    }

    private List<MonitorReport>? Kept
    {
        get
        {
            var mine = silence;
            while (mine is not null && !ReferenceEquals(mine.Speaker, this)) mine = mine.Outer;
            return mine?.Reports;
        }
    }

    private sealed class Silence(Announcements<TState, TEvent> speaker, Silence? outer) : IDisposable
    {
        private List<MonitorReport>? reports;

        public Announcements<TState, TEvent> Speaker => speaker;

        public Silence? Outer => outer;

        public List<MonitorReport> Reports => reports ??= [];

        public void Dispose()
        {
            silence = outer;
            foreach (var report in reports ?? []) speaker.Tell(report);
            speaker.Say();
        }
    }
}
