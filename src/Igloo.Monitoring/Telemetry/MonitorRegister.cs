using System.Diagnostics.Metrics;
using Igloo.Monitoring.Health;

namespace Igloo.Monitoring.Telemetry;

/// <summary>The monitors that are in use, without keeping any of them alive.</summary>
internal sealed class MonitorRegister
{
    private readonly Lock changing = new();
    private readonly List<(string Component, WeakReference<IMonitorHealth> Monitor)> monitors = [];

    public void Add(string component, IMonitorHealth monitor)
    {
        lock (changing)
        {
            monitors.RemoveAll(m => !m.Monitor.TryGetTarget(out _));
            monitors.Add((component, new(monitor)));
        }
    }

    public IEnumerable<Measurement<long>> Measure(Func<MonitorHealth, long> value)
    {
        (string Component, WeakReference<IMonitorHealth> Monitor)[] known;
        lock (changing) known = [.. monitors];
        foreach (var (component, reference) in known)
        {
            if (reference.TryGetTarget(out var monitor) && monitor.Health is { Status: not MonitorStatus.Ended } health) yield return new(value(health), new KeyValuePair<string, object?>("igloo.component", component));
        }
    }
}
