namespace Igloo.Monitoring.Health;

/// <summary>A monitor, seen by those who know nothing of its model.</summary>
public interface IMonitorHealth
{
    /// <summary>Its name in messages and logs.</summary>
    string Name { get; }

    /// <summary>Its state.</summary>
    MonitorHealth Health { get; }
}
