using Igloo.Monitoring.Runs;
using LeaderElection.Model;

namespace LeaderElection.Cluster;

/// <summary>The audit log of each node by itself, beside the configuration that it ran with.</summary>
public sealed class NodeLogs : ComponentLogSource<RingNode.State, RingNode.Event>
{
    /// <inheritdoc/>
    protected override RingNode ComponentOf(string file) => LogFolder.ConfigurationOf(file).ComponentOf(LogFolder.NodeOf(file));
}
