using System.Collections.Immutable;
using LeaderElection.Model;

namespace LeaderElection.Cluster;

/// <summary>What the merged audit logs say.</summary>
public sealed record MergedRun
{
    /// <summary>The verdict in words.</summary>
    public required string Text { get; init; }

    /// <summary>The number of events in the logs.</summary>
    public int Events { get; init; }

    /// <summary>The number of messages that the nodes received.</summary>
    public int Received { get; init; }

    /// <summary>The nodes that elected themselves, according to their logs.</summary>
    public ImmutableArray<Node> Elected { get; init; } = [];

    /// <summary>What is wrong; empty if the run is accepted.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}
