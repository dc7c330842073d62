using System.Threading.Channels;
using Failover.Model;
using Failover.Nodes;

namespace Failover.Cluster;

/// <summary>Several node processes, of which the leader is killed. This process is the network between them.</summary>
/// <param name="size">How many nodes.</param>
/// <param name="silence">How long a node may be silent before it is suspected.</param>
/// <param name="folder">Where the logs go.</param>
internal sealed class FailoverRun(int size, TimeSpan silence, string folder) : IDisposable
{
    private readonly Channel<(Node Node, Line Line)> events = Channel.CreateUnbounded<(Node, Line)>();
    private readonly List<ChildNode> nodes = [];

    /// <summary>Starts the nodes, kills the first once all follow it, and ends the others once they follow the second.</summary>
    /// <param name="say">Tells people what happens.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The verdict on the merged logs.</returns>
    public async Task<MergedRun> RunAsync(Action<string> say, CancellationToken cancellation)
    {
        for (var i = 0; i < size; i++) nodes.Add(ChildNode.Start(new(i), size, silence, LogOf(new(i)), Heard));
        await Until(Line.Ready, nodes, leader: null, cancellation);
        foreach (var node in nodes) node.Tell(new(Line.Ready));
        await Until(Line.Following, nodes.Skip(1), nodes[0].Self, cancellation);
        say($"All follow node {nodes[0].Self}. It is killed.");
        nodes[0].Crash();
        await Until(Line.Following, nodes.Skip(2), nodes[1].Self, cancellation);
        say($"All that live follow node {nodes[1].Self}.");
        foreach (var node in nodes.Skip(1))
        {
            if (await node.StopAsync(cancellation) is not 0 and var code) throw new InvalidOperationException($"Node {node.Self} ended with {code}.");
        }

        return MergedRun.Of(new Group(size), LogOf, [nodes[0].Self]);
    }

    /// <summary>Ends all processes that still run.</summary>
    public void Dispose()
    {
        foreach (var node in nodes) node.Dispose();
    }

    private string LogOf(Node node) => Path.Combine(folder, $"n{node}.jsonl");

    // Called by one thread for each node, so that what it says stays in its order.
    private void Heard(ChildNode from, Line line)
    {
        switch (line.Kind)
        {
            case Line.Heartbeat:
                foreach (var other in nodes.Where(n => n != from)) other.Tell(new(Line.Heartbeat, from.Self));
                break;
            case Line.Letter:
                nodes.Single(n => n.Self == line.First).Tell(new(Line.Letter, from.Self, line.Second));
                break;
            default:
                events.Writer.TryWrite((from.Self, line));
                break;
        }
    }

    private async Task Until(string kind, IEnumerable<ChildNode> all, Node? leader, CancellationToken cancellation)
    {
        var missing = all.Select(n => n.Self).ToHashSet();
        while (missing.Count > 0)
        {
            var (node, line) = await events.Reader.ReadAsync(cancellation);
            if (line.Kind == kind && (leader is null || line.First == leader)) missing.Remove(node);
        }
    }
}
