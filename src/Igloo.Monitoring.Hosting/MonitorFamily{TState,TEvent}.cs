using System.Collections.Concurrent;
using Igloo.Components;
using Igloo.Monitoring.Health;
using Igloo.Monitoring.Policies;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Hosting;

/// <summary>The monitors of components that come and go, such as one for each connection of a server: all under the settings of one name.</summary>
/// <typeparam name="TState">States of the components.</typeparam>
/// <typeparam name="TEvent">Events of the components.</typeparam>
/// <remarks>Safe for use by several threads. A monitor leaves the family when it is disposed of.</remarks>
public sealed class MonitorFamily<TState, TEvent> : IMonitorFamily, IDisposable
    where TState : class
    where TEvent : class
{
    private readonly ConcurrentDictionary<PermissionMonitor<TState, TEvent>, object?> members = new();
    private readonly Func<MonitorPolicies, MonitorOptions<TState, TEvent>> options;
    private readonly FollowedSettings settings;
    private readonly Lock joining = new();
    private MonitorPolicies policies;
    private long violations;

    internal MonitorFamily(string name, Func<MonitorPolicies, MonitorOptions<TState, TEvent>> options, FollowedSettings settings)
    {
        Name = name;
        this.options = options;
        this.settings = settings;
        policies = settings.Now;
        settings.Follow(Apply);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public long Violations => Interlocked.Read(ref violations);

    /// <inheritdoc/>
    public IReadOnlyCollection<IMonitorHealth> Members => [.. members.Keys];

    /// <summary>Starts the monitor of one component.</summary>
    /// <param name="component">The component.</param>
    /// <returns>The monitor; dispose of it when the component ends.</returns>
    /// <exception cref="ArgumentException">An event case with inputs has no sample, and none can be made from its types.</exception>
    public PermissionMonitor<TState, TEvent> Start(Component<TState, TEvent> component)
    {
        ArgumentNullException.ThrowIfNull(component);
        var now = Volatile.Read(ref policies);
        var monitor = PermissionMonitor.Start(component, options(now));
        lock (joining)
        {
            // A change in between has not found the monitor among the members; one that comes now waits, so that it is the last.
            if (policies != now) monitor.Policies = policies;
            members.TryAdd(monitor, null);
        }

        monitor.Reports.Subscribe(new Member(this, monitor));
        return monitor;
    }

    /// <summary>Follows the settings no longer. The monitors stay: who has started them ends them.</summary>
    public void Dispose() => settings.Dispose();

    private void Apply(MonitorPolicies changed)
    {
        lock (joining)
        {
            Volatile.Write(ref policies, changed);
            foreach (var monitor in members.Keys) monitor.Policies = changed;
        }
    }

    private sealed class Member(MonitorFamily<TState, TEvent> family, PermissionMonitor<TState, TEvent> monitor) : IObserver<MonitorReport>
    {
        public void OnNext(MonitorReport value)
        {
            if (value is MonitorReport.Violation) Interlocked.Increment(ref family.violations);
        }

        public void OnCompleted() => family.members.TryRemove(monitor, out _);

        public void OnError(Exception error) => OnCompleted();
    }
}
