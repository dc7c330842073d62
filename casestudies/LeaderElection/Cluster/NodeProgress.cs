using System.Net;

namespace LeaderElection.Cluster;

/// <summary>How far a node process has come.</summary>
/// <param name="Socket">Its socket, once bound.</param>
/// <param name="Fingerprint">The fingerprint of its configuration, once checked.</param>
/// <param name="IsLeader">Whether it has announced itself the leader.</param>
/// <param name="Dropped">The datagrams that it dropped as junk, once stopped.</param>
/// <param name="ExitCode">Its exit code, once ended.</param>
internal sealed record NodeProgress(IPEndPoint? Socket, string? Fingerprint, bool IsLeader, long? Dropped, int? ExitCode)
{
    public static NodeProgress None { get; } = new(null, null, false, null, null);
}
