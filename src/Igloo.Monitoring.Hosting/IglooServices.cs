using Igloo.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Igloo.Monitoring.Hosting;

/// <summary>Registers monitors with a program's services.</summary>
public static class IglooServices
{
    /// <summary>Begins the registration of monitors.</summary>
    /// <param name="services">The services.</param>
    public static IglooBuilder AddIgloo(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddLogging();
        return new(services);
    }

    /// <summary>
    /// Registers the monitor of a component as a service: started on first use, disposed of with the program. Its policies are the
    /// <see cref="MonitorSettings"/> of this name, and follow them when they change. The first monitor of a component is found by its type,
    /// every one by its name as key.
    /// </summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="igloo">The registration.</param>
    /// <param name="name">The name of the monitor, its settings and its health check.</param>
    /// <param name="component">The component, with the parameters of the program.</param>
    /// <param name="options">How it is monitored; name, policy and log are set from outside.</param>
    /// <param name="resume">Where the monitor goes on, or null for a start of its component: asked once, before the options.</param>
    /// <returns>The registration.</returns>
    public static IglooBuilder AddMonitor<TState, TEvent>(
        this IglooBuilder igloo, string name, Func<IServiceProvider, Component<TState, TEvent>> component, Func<IServiceProvider, MonitorOptions<TState, TEvent>>? options = null,
        Func<IServiceProvider, MonitorResumption<TState, TEvent>?>? resume = null)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(igloo);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(component);
        return igloo.Add(name, new MonitorRegistration<TState, TEvent>(name, component, options ?? (_ => new()), resume ?? (_ => null)));
    }

    /// <summary>
    /// Registers a <see cref="MonitorFamily{TState, TEvent}"/> as a service, for components that come and go, such as one for each connection of a server. The
    /// <see cref="MonitorSettings"/> of this name hold for each of its monitors, and are followed when they change; one health check is about all.
    /// </summary>
    /// <typeparam name="TState">States of the components.</typeparam>
    /// <typeparam name="TEvent">Events of the components.</typeparam>
    /// <param name="igloo">The registration.</param>
    /// <param name="name">The name of the family, its settings and its health check.</param>
    /// <param name="options">How each is monitored, asked anew for each; name, policy and log are set from outside.</param>
    /// <returns>The registration.</returns>
    public static IglooBuilder AddMonitors<TState, TEvent>(
        this IglooBuilder igloo, string name, Func<IServiceProvider, MonitorOptions<TState, TEvent>>? options = null)
        where TState : class
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(igloo);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return igloo.AddFamily<TState, TEvent>(name, options ?? (_ => new()));
    }
}
