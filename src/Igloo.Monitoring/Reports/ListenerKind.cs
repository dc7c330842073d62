namespace Igloo.Monitoring.Reports;

/// <summary>Who listens to a monitor.</summary>
public enum ListenerKind
{
    /// <summary>An observer of <see cref="PermissionMonitor{TState, TEvent}.Events"/>.</summary>
    Events,

    /// <summary>An observer of <see cref="PermissionMonitor{TState, TEvent}.Reports"/>.</summary>
    Reports,

    /// <summary>The log in the options.</summary>
    Log,

    /// <summary>A listener to meters.</summary>
    Meter,

    /// <summary>A listener to traces.</summary>
    Trace,
}
