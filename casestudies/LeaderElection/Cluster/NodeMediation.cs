using System.Collections.Immutable;
using System.Net;
using Igloo.Monitoring.Mediation;
using LeaderElection.Model;

namespace LeaderElection.Cluster;

/// <summary>Complete mediation: a monitor enforces only what goes through it, so no node may hold a socket besides the monitored one.</summary>
/// <param name="Text">The verdict in words.</param>
/// <param name="Findings">What is wrong.</param>
internal sealed record NodeMediation(string Text, ImmutableArray<Finding> Findings)
{
    /// <summary>Looks at running nodes.</summary>
    /// <param name="nodes">The nodes, their processes and the monitored sockets.</param>
    public static NodeMediation Of(IEnumerable<(Node Node, int ProcessId, IPEndPoint Socket)> nodes)
    {
        var verdicts = nodes.Select(n => (n.Node, n.ProcessId, n.Socket, Verdict: MediationCheck.Run(n.ProcessId, [n.Socket.Port]))).ToList();
        var findings = verdicts
            .Select(v => v.Verdict switch
            {
                MediationVerdict.Bypassed(var foreign) => new Finding(
                    $"Node {v.Node} (process {v.ProcessId}) goes past its monitor: besides {v.Socket} it holds {string.Join(", ", foreign)}. What leaves there needed no permission."),
                MediationVerdict.Unknown(var reason) => new Finding($"Node {v.Node} (process {v.ProcessId}): its sockets cannot be seen: {reason}.", IsUndecided: true),
                _ => null,
            })
            .OfType<Finding>()
            .ToImmutableArray();
        var whole = verdicts.Count(v => v.Verdict is MediationVerdict.Mediated);
        return new($"{whole} of {verdicts.Count} processes hold no socket but the monitored one", findings);
    }
}
