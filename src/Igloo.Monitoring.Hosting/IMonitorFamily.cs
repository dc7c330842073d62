using Igloo.Monitoring.Health;

namespace Igloo.Monitoring.Hosting;

/// <summary>The monitors of a family, seen by those who know nothing of its model.</summary>
public interface IMonitorFamily
{
    /// <summary>The name of the family, its settings and its health check.</summary>
    string Name { get; }

    /// <summary>The monitors that have not ended.</summary>
    IReadOnlyCollection<IMonitorHealth> Members { get; }

    /// <summary>How many violations were reported, those of monitors that have ended among them.</summary>
    long Violations { get; }
}
