using LeaderElection.Configuration;
using LeaderElection.Model;

namespace LeaderElection.Cluster;

internal static class RunVerification
{
    public static RunVerdict? Check(RingConfiguration configuration, Func<Node, string> log) => null;
}
