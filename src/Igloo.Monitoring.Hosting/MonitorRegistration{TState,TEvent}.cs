using Igloo.Components;

namespace Igloo.Monitoring.Hosting;

/// <summary>How the monitor of one component is made from a program's services.</summary>
internal sealed class MonitorRegistration<TState, TEvent>(
    string name,
    Func<IServiceProvider, Component<TState, TEvent>> component,
    Func<IServiceProvider, MonitorOptions<TState, TEvent>> options,
    Func<IServiceProvider, MonitorResumption<TState, TEvent>?> resume)
    where TState : class
    where TEvent : class
{
    public HostedMonitor<TState, TEvent> Create(IServiceProvider provider)
    {
        var settings = new FollowedSettings(provider, name);
        try
        {
            // What there is to resume from is read before the options continue the log.
            var resumption = resume(provider);
            var chosen = options(provider).With(name, settings.Now, provider, settings.Logger);
            var monitor = resumption is null
                ? PermissionMonitor.Start(component(provider), chosen)
                : PermissionMonitor.Resume(component(provider), resumption.Snapshot, resumption.Recovered, resumption.Recovery, chosen);
            settings.Follow(policies => monitor.Policies = policies);
            return new(monitor, settings);
        }
        catch
        {
            settings.Dispose();
            throw;
        }
    }
}
