using Igloo.Monitoring.Failures;
using Igloo.Monitoring.Timers;

namespace Igloo.Monitoring;

/// <summary>Gives components timers and failure detectors.</summary>
public static class TimerMonitoring
{
    /// <summary>The timers of a component, over the clock of its monitor.</summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <typeparam name="TTimer">What distinguishes the timers.</typeparam>
    /// <param name="monitor">The monitor.</param>
    /// <param name="expired">The event of a timer that has expired, on the operation <see cref="Components.LocalTimer.Expire{TTimer}"/>.</param>
    public static MonitoredTimers<TState, TEvent, TTimer> Timers<TState, TEvent, TTimer>(this PermissionMonitor<TState, TEvent> monitor, Func<TTimer, TEvent> expired)
        where TState : class
        where TEvent : class
        where TTimer : notnull
    {
        ArgumentNullException.ThrowIfNull(monitor);
        ArgumentNullException.ThrowIfNull(expired);
        return new(monitor, expired);
    }

    /// <summary>A failure detector that suspects whoever is silent for some time, by the clock of the monitor.</summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <typeparam name="TNode">The participants.</typeparam>
    /// <param name="monitor">The monitor.</param>
    /// <param name="watched">Who is watched, from now on.</param>
    /// <param name="silence">How long a participant may be silent. Its heartbeats have to come more often than that.</param>
    /// <param name="suspected">The event of a suspicion, on the operation <see cref="Components.FailureDetector.Suspect{TNode}"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is not positive.</exception>
    public static MonitoredFailureDetector<TState, TEvent, TNode> FailureDetector<TState, TEvent, TNode>(
        this PermissionMonitor<TState, TEvent> monitor, IEnumerable<TNode> watched, TimeSpan silence, Func<TNode, TEvent> suspected)
        where TState : class
        where TEvent : class
        where TNode : notnull
    {
        ArgumentNullException.ThrowIfNull(monitor);
        ArgumentNullException.ThrowIfNull(watched);
        ArgumentNullException.ThrowIfNull(suspected);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(silence, TimeSpan.Zero);
        return new(monitor, [.. watched], silence, suspected);
    }
}
