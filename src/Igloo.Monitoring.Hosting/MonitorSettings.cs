namespace Igloo.Monitoring.Hosting;

/// <summary>The settings of one monitor that operators may change while the program runs, as in a configuration file.</summary>
/// <example><code>{ "Policy": "Enforce", "Events": { "Send": "Observe" } }</code></example>
public sealed class MonitorSettings
{
    /// <summary>The policy of the events that are not named.</summary>
    public ViolationPolicy Policy { get; set; } = ViolationPolicy.Enforce;

    /// <summary>The policies of single event cases, by their names.</summary>
    public IDictionary<string, ViolationPolicy> Events { get; } = new Dictionary<string, ViolationPolicy>(StringComparer.Ordinal);
}
