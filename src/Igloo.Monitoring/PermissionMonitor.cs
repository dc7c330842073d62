using Igloo.Components;

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
    /// <param name="options">How it is monitored; by default enforced, with every internal event reported.</param>
    /// <exception cref="ArgumentException">An event case with inputs has no sample, and none can be made from its types.</exception>
    public static PermissionMonitor<TState, TEvent> Start<TState, TEvent>(
        Component<TState, TEvent> component, MonitorOptions<TState, TEvent>? options = null)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(component);
        return new PermissionMonitor<TState, TEvent>(component, options ?? new());
    }
}
