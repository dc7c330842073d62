using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Igloo.Monitoring.Hosting;

/// <summary>The registration of monitors.</summary>
/// <param name="services">The services.</param>
public sealed class IglooBuilder(IServiceCollection services)
{
    /// <summary>The services.</summary>
    public IServiceCollection Services { get; } = services;

    /// <summary>Settings of a monitor in code; for a configuration section use <c>Services.Configure&lt;MonitorSettings&gt;(name, section)</c>.</summary>
    /// <param name="name">The name of the monitor.</param>
    /// <param name="configure">Changes the settings.</param>
    /// <returns>This registration.</returns>
    public IglooBuilder Configure(string name, Action<MonitorSettings> configure)
    {
        Services.Configure(name, configure);
        return this;
    }

    internal IglooBuilder Add<TState, TEvent>(string name, MonitorRegistration<TState, TEvent> registration)
        where TState : class
        where TEvent : class
    {
        AddSettings<TEvent>(name);
        Services.AddKeyedSingleton(name, (provider, _) => registration.Create(provider));
        Services.AddKeyedSingleton(name, (provider, _) => MonitorOf<TState, TEvent>(provider, name));
        Services.TryAddSingleton(provider => MonitorOf<TState, TEvent>(provider, name));
        Services.AddHealthChecks().Add(new HealthCheckRegistration(
            name, provider => new MonitorHealthCheck(MonitorOf<TState, TEvent>(provider, name)), failureStatus: null, tags: ["igloo"]));
        return this;
    }

    internal IglooBuilder AddFamily<TState, TEvent>(string name, Func<IServiceProvider, MonitorOptions<TState, TEvent>> options)
        where TState : class
        where TEvent : class
    {
        AddSettings<TEvent>(name);
        Services.AddKeyedSingleton(name, (provider, _) => FamilyOf(provider, name, options));
        Services.TryAddSingleton(provider => provider.GetRequiredKeyedService<MonitorFamily<TState, TEvent>>(name));
        Services.AddHealthChecks().Add(new HealthCheckRegistration(
            name, provider => new MonitorFamilyHealthCheck(provider.GetRequiredKeyedService<MonitorFamily<TState, TEvent>>(name)), failureStatus: null, tags: ["igloo"]));
        return this;
    }

    private void AddSettings<TEvent>(string name)
        where TEvent : class
    {
        Services.AddSingleton<IValidateOptions<MonitorSettings>>(new MonitorSettingsValidation<TEvent>(name));
        Services.AddOptionsWithValidateOnStart<MonitorSettings>(name);
    }

    private static MonitorFamily<TState, TEvent> FamilyOf<TState, TEvent>(IServiceProvider provider, string name, Func<IServiceProvider, MonitorOptions<TState, TEvent>> options)
        where TState : class
        where TEvent : class
    {
        var settings = new FollowedSettings(provider, name);
        try
        {
            return new(name, policies => options(provider).With(name, policies, provider, settings.Logger), settings);
        }
        catch
        {
            settings.Dispose();
            throw;
        }
    }

    private static PermissionMonitor<TState, TEvent> MonitorOf<TState, TEvent>(IServiceProvider provider, string name)
        where TState : class
        where TEvent : class =>
        provider.GetRequiredKeyedService<HostedMonitor<TState, TEvent>>(name).Monitor;
}
