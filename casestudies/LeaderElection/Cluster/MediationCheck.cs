using System.Collections.Immutable;
using System.Net;
using LeaderElection.Model;

namespace LeaderElection.Cluster;

/// <summary>Complete mediation: a monitor can only enforce what goes through it, so no node may hold a socket besides its own.</summary>
/// <param name="Text">The verdict in words.</param>
/// <param name="Findings">The sockets that should not be there.</param>
internal sealed record MediationCheck(string Text, ImmutableArray<Finding> Findings)
{
    /// <summary>Looks at running processes.</summary>
    /// <param name="nodes">The nodes, their processes and the monitored sockets.</param>
    public static MediationCheck Of(IEnumerable<(Node Node, int ProcessId, IPEndPoint Socket)> nodes)
    {
        if (!OpenSockets.AreKnown) return new("not checked: this system does not list the sockets of a process", []);
        var all = nodes.ToList();
        var findings = all.Select(n => Check(n.Node, n.ProcessId, n.Socket)).OfType<Finding>().ToImmutableArray();
        return new(findings.IsEmpty ? $"{all.Count} of {all.Count} processes hold no socket but the monitored one" : $"broken by {findings.Length} of {all.Count} processes", findings);
    }

    private static Finding? Check(Node node, int processId, IPEndPoint socket)
    {
        if (OpenSockets.Of(processId) is not { } sockets) return new($"Node {node} (process {processId}): its sockets cannot be seen.", IsUndecided: true);
        var others = sockets.Where(s => s != ("udp", socket.ToString())).Select(s => $"{s.Protocol} at {s.Local}").ToList();
        return others.Count == 0
            ? null
            : new($"Node {node} (process {processId}) goes past its monitor: besides {socket} it holds {string.Join(", ", others)}. What leaves there needed no permission.");
    }
}
