namespace LeaderElection.Cluster;

/// <summary>Whether the merged audit logs are a run of the composed model.</summary>
/// <param name="Text">The verdict in words.</param>
/// <param name="Received">The number of messages that the nodes received.</param>
/// <param name="Finding">What is wrong, or null if the run is accepted.</param>
public sealed record RunVerdict(string Text, long Received, Finding? Finding);
