using System.Globalization;
using Igloo.Monitoring.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Igloo.Monitoring.Hosting;

/// <summary>
/// The health of a family of monitors: healthy while each follows its component; degraded while one has diverged or lost its log. One that has stopped
/// is the end of one connection and no illness of the program.
/// </summary>
/// <param name="family">The family.</param>
public sealed class MonitorFamilyHealthCheck(IMonitorFamily family) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var healths = family.Members.Select(m => m.Health).ToArray();
        var diverged = healths.Count(h => h.Status == MonitorStatus.Diverged);
        var lost = healths.Count(h => h.IsAuditLost);
        var data = new Dictionary<string, object>
        {
            ["monitors"] = healths.Length,
            ["diverged"] = diverged,
            ["stopped"] = healths.Count(h => h.Status == MonitorStatus.Stopped),
            ["violations"] = family.Violations,
            ["auditLost"] = lost,
        };
        var description = string.Create(CultureInfo.InvariantCulture, $"{family.Name}: {healths.Length} monitors, {diverged} diverged, {lost} without audit log, {family.Violations} violations");
        return Task.FromResult(diverged + lost > 0 ? HealthCheckResult.Degraded(description, data: data) : HealthCheckResult.Healthy(description, data));
    }
}
