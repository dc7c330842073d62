using Igloo.Monitoring.Runs;
using LeaderElection.Configuration;
using LeaderElection.Model;
using Network = Igloo.Environments.UnreliableNetwork<LeaderElection.Model.Node, LeaderElection.Model.Node>;

namespace LeaderElection.Cluster;

/// <summary>The audit logs of all nodes of a run, <c>n1.jsonl</c> and so on, beside the configuration that they ran with.</summary>
/// <remarks>The network model only ever grows (a set for each address), so no event of it disables another.</remarks>
public sealed class RingLogs : SystemLogSource<Network.State, Network.Event, Node, RingNode.State, RingNode.Event>
{
    /// <inheritdoc/>
    protected override RunCheck<Network.State, Network.Event, Node, RingNode.State, RingNode.Event> RunOf(IReadOnlyCollection<string> files) =>
        RunCheck.Of(new RingSystem(LogFolder.ConfigurationOf(files.First()).Ring), environmentIsMonotone: true);

    /// <inheritdoc/>
    protected override Node IndexOf(string file) => LogFolder.NodeOf(file);
}
