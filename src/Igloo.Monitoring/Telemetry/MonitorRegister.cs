using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Igloo.Monitoring.Health;

namespace Igloo.Monitoring.Telemetry;

/// <summary>The monitors that are in use, without keeping any of them alive. A monitor costs the same however many there are.</summary>
internal sealed class MonitorRegister
{
    private readonly ConditionalWeakTable<IMonitorHealth, string> monitors = [];

    public int Count => monitors.Count();

    public void Add(string component, IMonitorHealth monitor) => monitors.Add(monitor, component);

    public void Remove(IMonitorHealth monitor) => monitors.Remove(monitor);

    public IEnumerable<Measurement<long>> Measure(Func<MonitorHealth, long> value)
    {
        foreach (var (monitor, component) in monitors)
        {
            if (monitor.Health is { Status: not MonitorStatus.Ended } health) yield return new(value(health), new KeyValuePair<string, object?>("igloo.component", component));
        }
    }
}
