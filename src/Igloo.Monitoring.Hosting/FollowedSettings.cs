using System.Collections.Immutable;
using Igloo.Monitoring.Policies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Igloo.Monitoring.Hosting;

/// <summary>The settings of one name, followed while the program runs.</summary>
/// <remarks>
/// Options that do not hold reach no listener of theirs: the exception ends where the configuration was read again, mostly unseen. So they are made
/// once more for the log.
/// </remarks>
internal sealed class FollowedSettings : IDisposable
{
    private readonly string name;
    private readonly ILogger logger;
    private readonly IOptionsFactory<MonitorSettings> factory;
    private readonly IOptionsMonitor<MonitorSettings> settings;
    private readonly List<IDisposable> watches;
    private readonly Lock following = new();
    private MonitorPolicies? latest;
    private Action<MonitorPolicies>? follower;

    /// <param name="provider">The services.</param>
    /// <param name="name">The name of the settings.</param>
    public FollowedSettings(IServiceProvider provider, string name)
    {
        this.name = name;
        logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger("Igloo.Monitoring");
        factory = provider.GetRequiredService<IOptionsFactory<MonitorSettings>>();
        settings = provider.GetRequiredService<IOptionsMonitor<MonitorSettings>>();
        watches =
        [
            .. provider.GetServices<IOptionsChangeTokenSource<MonitorSettings>>()
                .Where(s => s.Name is null || s.Name == name)
                .Select(s => ChangeToken.OnChange(s.GetChangeToken, LogIfRejected)),
        ];
        if (settings.OnChange(Change) is { } watch) watches.Add(watch);
    }

    /// <summary>Where reports go.</summary>
    public ILogger Logger => logger;

    /// <summary>The policies now.</summary>
    /// <exception cref="OptionsValidationException">The settings do not hold.</exception>
    public MonitorPolicies Now => PoliciesOf(settings.Get(name));

    /// <summary>
    /// Hands over the policies whenever they change to others that hold. They may have changed already, since <see cref="Now"/> was asked: making a
    /// monitor takes as long as its component and its log do.
    /// </summary>
    /// <param name="apply">Takes them over; never called by two threads at once.</param>
    public void Follow(Action<MonitorPolicies> apply)
    {
        lock (following)
        {
            follower = apply;
            if (latest is not null) apply(latest);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => watches.ForEach(w => w.Dispose());

    private void Change(MonitorSettings changed, string? changedName)
    {
        if (changedName != name) return;
        lock (following)
        {
            latest = PoliciesOf(changed);
            follower?.Invoke(latest);
        }
    }

    private void LogIfRejected()
    {
        try
        {
            factory.Create(name);
        }
        catch (Exception rejected)
        {
            MonitorLog.SettingsRejected(logger, name, rejected.Message);
        }
    }

    private static MonitorPolicies PoliciesOf(MonitorSettings settings) => new(settings.Policy) { Events = settings.Events.ToImmutableDictionary() };
}
