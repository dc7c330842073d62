using System.Reactive.Concurrency;
using System.Reactive.Linq;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Telemetry;

namespace Igloo.Monitoring.Reactive;

/// <summary>Queries over the events and reports of monitors.</summary>
/// <remarks>Observers run on the thread of some event of the program, with no lock held; move heavy ones elsewhere with <c>ObserveOn</c>. One that throws is taken out.</remarks>
public static class MonitorObservables
{
    /// <summary>The events of one case.</summary>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <typeparam name="TCase">The case.</typeparam>
    /// <param name="events">The events of a monitor.</param>
    public static IObservable<TCase> OfCase<TEvent, TCase>(this IObservable<MonitoredEvent<TEvent>> events)
        where TEvent : class
        where TCase : class, TEvent
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.Select(e => e.Event as TCase).Where(e => e is not null).Select(e => e!);
    }

    /// <summary>The violations among the reports.</summary>
    /// <param name="reports">The reports of a monitor.</param>
    public static IObservable<PermissionViolation> Violations(this IObservable<MonitorReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return reports.OfType<MonitorReport.Violation>().Select(v => v.Details);
    }

    /// <summary>How many events there are in each window of time.</summary>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="events">The events of a monitor.</param>
    /// <param name="window">The length of a window.</param>
    /// <param name="scheduler">The clock; that of the machine by default.</param>
    public static IObservable<int> CountIn<TEvent>(this IObservable<MonitoredEvent<TEvent>> events, TimeSpan window, IScheduler? scheduler = null)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.Window(window, scheduler ?? DefaultScheduler.Instance).SelectMany(w => w.Count());
    }

    /// <summary>The events that are not answered in time.</summary>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="events">The events of a monitor.</param>
    /// <param name="isQuestion">Which events need an answer.</param>
    /// <param name="answers">Whether the second event answers the first.</param>
    /// <param name="within">How long an answer may take.</param>
    /// <param name="scheduler">The clock; that of the machine by default.</param>
    public static IObservable<TEvent> Unanswered<TEvent>(
        this IObservable<MonitoredEvent<TEvent>> events, Func<TEvent, bool> isQuestion, Func<TEvent, TEvent, bool> answers, TimeSpan within, IScheduler? scheduler = null)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(isQuestion);
        ArgumentNullException.ThrowIfNull(answers);
        var clock = scheduler ?? DefaultScheduler.Instance;
        return events.Publish(shared => shared.Where(e => isQuestion(e.Event)).SelectMany(question =>
            Observable.Timer(within, clock).Select(_ => question.Event).TakeUntil(shared.Where(e => answers(question.Event, e.Event)))));
    }
}
