using Igloo.Monitoring.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Igloo.Monitoring.Hosting;

/// <summary>The health of a monitor: healthy while it follows its program; degraded once it has diverged or its log is lost; unhealthy when stopped.</summary>
/// <param name="monitor">The monitor.</param>
public sealed class MonitorHealthCheck(IMonitorHealth monitor) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var health = monitor.Health;
        var data = new Dictionary<string, object>
        {
            ["status"] = health.Status.ToString(),
            ["events"] = health.Events,
            ["violations"] = health.Causes.Sum(c => c.Times),
            ["stateElements"] = health.StateSize,
            ["possibleStates"] = health.PossibleStates,
            ["auditLost"] = health.IsAuditLost,
        };
        var description = $"{monitor.Name}: {health.Status}{(health.FirstViolation is { } first ? $", first violation {first.Attempted}" : "")}{(health.IsAuditLost ? ", audit log lost" : "")}";
        return Task.FromResult(health.Status switch
        {
            MonitorStatus.Stopped or MonitorStatus.Ended => HealthCheckResult.Unhealthy(description, data: data),
            MonitorStatus.Diverged => HealthCheckResult.Degraded(description, data: data),
            _ when health.IsAuditLost => HealthCheckResult.Degraded(description, data: data),
            _ => HealthCheckResult.Healthy(description, data),
        });
    }
}
