using Igloo.Monitoring.Policies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Igloo.Monitoring.Hosting;

/// <summary>What the services of a program say about a monitor's options.</summary>
internal static class HostedOptions
{
    /// <summary>The options with name, policies, clock and log of the program.</summary>
    public static MonitorOptions<TState, TEvent> With<TState, TEvent>(
        this MonitorOptions<TState, TEvent> options, string name, MonitorPolicies policies, IServiceProvider provider, ILogger logger)
        where TState : class
        where TEvent : class => options with
        {
            Name = name,
            Policy = policies,
            Clock = provider.GetService<TimeProvider>() ?? options.Clock,
            Log = report =>
            {
                try
                {
                    options.Log?.Invoke(report);
                }
                finally
                {
                    logger.Report(name, report);
                }
            },
        };
}
