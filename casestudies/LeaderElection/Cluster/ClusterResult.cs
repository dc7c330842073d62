using System.Collections.Immutable;
using LeaderElection.Links;
using LeaderElection.Model;

namespace LeaderElection.Cluster;

/// <summary>What came of a cluster.</summary>
public sealed record ClusterResult
{
    /// <summary>The nodes that announced themselves.</summary>
    public ImmutableArray<Node> Leaders { get; init; } = [];

    /// <summary>How long it took from the moment all nodes were ready until the first announcement.</summary>
    public TimeSpan? ElectedAfter { get; init; }

    /// <summary>What the network did.</summary>
    public LinkStatistics Traffic { get; init; } = LinkStatistics.None;

    /// <summary>The datagrams that the nodes dropped as junk.</summary>
    public long Junk { get; init; }

    /// <summary>What the merged audit logs say.</summary>
    public MergedRun? Run { get; init; }

    /// <summary>What the mediation check says.</summary>
    public string? Mediation { get; init; }

    /// <summary>What was found wrong.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>The folder of the audit logs, if they were kept.</summary>
    public string? Logs { get; init; }

    /// <summary>Whether a signal ended it.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>The exit code of the process.</summary>
    public int ExitCode =>
        IsCancelled ? LeaderElection.ExitCode.Cancelled
        : Findings.IsEmpty ? LeaderElection.ExitCode.Holds
        : Findings.All(f => f.IsUndecided) ? LeaderElection.ExitCode.Unknown
        : LeaderElection.ExitCode.Refuted;
}
