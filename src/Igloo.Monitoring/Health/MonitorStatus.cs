namespace Igloo.Monitoring.Health;

/// <summary>Whether a monitor still knows what its program does.</summary>
public enum MonitorStatus
{
    /// <summary>Everything that happened is a trace of the component, as far as it was checked since the last anchor.</summary>
    Following,

    /// <summary>An action happened that the model does not have, and no anchor was passed since: verdicts are after divergence.</summary>
    Diverged,

    /// <summary>A failed operation, or too many unknown outcomes, has ended all permissions.</summary>
    Stopped,

    /// <summary>The monitor was disposed of.</summary>
    Ended,
}
