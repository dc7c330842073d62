namespace Igloo.Monitoring.Hosting;

/// <summary>A monitor with what has to be undone when its program ends.</summary>
internal sealed class HostedMonitor<TState, TEvent>(PermissionMonitor<TState, TEvent> monitor, FollowedSettings settings) : IDisposable
    where TState : class
    where TEvent : class
{
    public PermissionMonitor<TState, TEvent> Monitor => monitor;

    public void Dispose()
    {
        settings.Dispose();
        monitor.Dispose();
    }
}
