using Igloo.Components;
using Igloo.Monitoring.Automatic;
using Igloo.Monitoring.Recovery;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring;

/// <summary>Starts monitors: step 6 of the method, enforced at run time.</summary>
/// <remarks>
/// A monitor follows the process semantics of the component's I/O specification. With every internal event reported, what passes is
/// exactly the traces of the specification (Igloo, OOPSLA 2020, theorems 5.5 and 5.7).
/// </remarks>
public static class PermissionMonitor
{
    /// <summary>Starts a monitor in the initial state of a component.</summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="component">The component, with the parameters of the program.</param>
    /// <param name="options">How it is monitored; by default enforced, with every internal event reported that the model does not mark automatic.</param>
    /// <exception cref="ArgumentException">An event case with inputs has no sample, and none can be made from its types.</exception>
    /// <exception cref="AutomaticEventsException">Automatic events of the component do not end, do not end in one state, or take others away.</exception>
    public static PermissionMonitor<TState, TEvent> Start<TState, TEvent>(
        Component<TState, TEvent> component, MonitorOptions<TState, TEvent>? options = null)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(component);
        return Begin(component, options ?? new(), recovered: null);
    }

    /// <summary>Starts a monitor where an earlier one of the same component has ended, after a restart of the program.</summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="component">The component, with the same parameters.</param>
    /// <param name="snapshot">What was known at the end, from <see cref="PermissionMonitor{TState, TEvent}.Snapshot"/> or <see cref="DurableLog"/>.</param>
    /// <param name="recovered">The model state that the restarted program's own state stands for.</param>
    /// <param name="recovery">The internal event of the model by which a component recovers, losing what it does not store; none by default.</param>
    /// <param name="options">How it is monitored. An audit log is to be continued, see <see cref="Auditing.AuditLog{TEvent}.Continue"/>.</param>
    /// <exception cref="RecoveryRefusedException">
    /// The snapshot is of another model, or the program's state is none that the component may be in: the program has forgotten what the model
    /// has not, and the model has no such recovery.
    /// </exception>
    /// <exception cref="AutomaticEventsException">As for a start.</exception>
    /// <remarks>Each index of a composition runs at most once; a restart is sound only as the continuation of the same run, or as an event of the model.</remarks>
    public static PermissionMonitor<TState, TEvent> Resume<TState, TEvent>(
        Component<TState, TEvent> component, MonitorSnapshot snapshot, TState recovered, TEvent? recovery = null, MonitorOptions<TState, TEvent>? options = null)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(component);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(recovered);
        var chosen = options ?? new();
        return Begin(component, chosen, RecoveredState<TState>.Of(component, snapshot, recovered, recovery, chosen));
    }

    private static PermissionMonitor<TState, TEvent> Begin<TState, TEvent>(Component<TState, TEvent> component, MonitorOptions<TState, TEvent> options, RecoveredState<TState>? recovered)
        where TState : class
        where TEvent : class
    {
        var doubt = StartCheck.Of(component, options);
        var monitor = new PermissionMonitor<TState, TEvent>(component, options, recovered);
        if (doubt is not null) monitor.Tell(new MonitorReport.AutomaticEvents(options.Clock.GetUtcNow(), doubt));
        return monitor;
    }
}
