using System.Runtime.CompilerServices;
using Igloo.IoSpecs;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Health;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Telemetry;

/// <summary>What a monitor says to others: noted under its lock, said with no lock held.</summary>
internal sealed class Announcements<TState, TEvent>(string name, MonitorOptions<TState, TEvent> options, AuditTrail<TState, TEvent> trail)
    where TState : class
    where TEvent : class
{
    // How often the size of the state is looked at, in events: a power of two.
    private const long SizePeriod = 1_024;
    private Broadcast<MonitoredEvent<TEvent>>? events;
    private Broadcast<MonitorReport>? reports;
    private StateGrowth<TState>? growth;
    private TEvent? anchored;
    private TState? large;
    private volatile bool hasMore;

    // Made for the first who asks, since of many monitors few are listened to.
    public IObservable<MonitoredEvent<TEvent>> Events => Made(ref events);

    public IObservable<MonitorReport> Reports => Made(ref reports);

    /// <summary>Notes a recorded event.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Note(AuditKind kind, TEvent e, TState after)
    {
        if ((trail.LastEvent & (SizePeriod - 1)) == 0 || events is { IsHeard: true } || MonitorInstruments.IsCounting) NoteAll(kind, e, after);
    }

    /// <summary>Notes that the program was found again.</summary>
    public void NoteAnchor(TEvent e) => (anchored, hasMore) = (e, true);

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
        if (MonitorInstruments.IsCounting) MonitorInstruments.CountEvent(name, e.GetType().Name);
        if ((trail.LastEvent & (SizePeriod - 1)) == 0) large = after;
        hasMore = true;
    }

    // What is noted from here on is said by whoever noted it, or by this call.
    private void SayAll()
    {
        hasMore = false;
        events?.Deliver();
        if (trail.TakeReport() is { } failure) Tell(failure);
        if (large is not null) SayGrowth();
        if (anchored is not null && Interlocked.Exchange(ref anchored, null) is { } e) Tell(new MonitorReport.Anchored(options.Clock.GetUtcNow(), EventText.Short(e)));
    }

    /// <summary>Tells the log and whoever listens.</summary>
    public void Tell(MonitorReport report)
    {
        MonitorInstruments.CountReport(name, report.GetType().Name);
        options.Log?.Invoke(report);
        if (reports is not { IsHeard: true } heard) return;
        heard.Post(report);
        heard.Deliver();
    }

    /// <summary>Says what was noted last, and that it was the last.</summary>
    public void SayEnd()
    {
        SayAll();
        reports?.Deliver();
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
}
