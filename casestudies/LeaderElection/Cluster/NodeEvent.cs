using LeaderElection.Nodes;

namespace LeaderElection.Cluster;

/// <summary>What a node process did: a closed set.</summary>
/// <param name="Node">The process.</param>
internal abstract record NodeEvent(ChildNode Node)
{
    /// <summary>It said something.</summary>
    public sealed record Said(ChildNode Node, NodeStatus Status) : NodeEvent(Node);

    /// <summary>It ended.</summary>
    public sealed record Ended(ChildNode Node, int ExitCode) : NodeEvent(Node);
}
