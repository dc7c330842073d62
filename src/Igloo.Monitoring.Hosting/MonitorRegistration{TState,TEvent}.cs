using System.Collections.Immutable;
using Igloo.Components;
using Igloo.Monitoring.Policies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Igloo.Monitoring.Hosting;

/// <summary>How the monitor of one component is made from a program's services.</summary>
internal sealed class MonitorRegistration<TState, TEvent>(
    string name, Func<IServiceProvider, Component<TState, TEvent>> component, Func<IServiceProvider, MonitorOptions<TState, TEvent>> options)
    where TState : class
    where TEvent : class
{
    public HostedMonitor<TState, TEvent> Create(IServiceProvider provider)
    {
        var logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger("Igloo.Monitoring");
        var settings = provider.GetRequiredService<IOptionsMonitor<MonitorSettings>>();
        var chosen = options(provider);
        var monitor = PermissionMonitor.Start(component(provider), chosen with
        {
            Name = name,
            Policy = PoliciesOf(settings.Get(name)),
            Clock = provider.GetService<TimeProvider>() ?? chosen.Clock,
            Log = report =>
            {
                chosen.Log?.Invoke(report);
                logger.Report(name, report);
            },
        });
        return new(monitor, settings.OnChange((changed, changedName) => Apply(monitor, changed, changedName)));
    }

    // Settings that do not hold are rejected by their validation before they come here.
    private void Apply(PermissionMonitor<TState, TEvent> monitor, MonitorSettings changed, string? changedName)
    {
        if (changedName == name) monitor.Policies = PoliciesOf(changed);
    }

    private static MonitorPolicies PoliciesOf(MonitorSettings settings) => new(settings.Policy) { Events = settings.Events.ToImmutableDictionary() };
}
