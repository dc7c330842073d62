using LeaderElection.Links;
using LeaderElection.Nodes;
using LeaderElection.Nodes.Wrong;

namespace LeaderElection.Cluster;

/// <summary>What a cluster is to do.</summary>
/// <param name="Nodes">The number of nodes, at least 1.</param>
/// <param name="Program">The program of every node, or null: sequential and concurrent ones in turn.</param>
/// <param name="Misconduct">What one of the nodes does wrong on purpose.</param>
/// <param name="Faults">How badly the network behaves.</param>
/// <param name="Seed">Decides about the identifiers and the faults of the network.</param>
/// <param name="Timeout">How long it may take to elect a leader.</param>
/// <param name="Resend">How long a node waits before it sends again.</param>
/// <param name="Logs">Where the audit logs are kept, or null: in a temporary folder, deleted if all is well.</param>
public sealed record ClusterSettings(
    int Nodes,
    ProgramKind? Program,
    Misconduct Misconduct,
    LinkFaults Faults,
    int Seed,
    TimeSpan Timeout,
    TimeSpan Resend,
    string? Logs);
