using System.Globalization;
using System.Threading.Channels;
using LeaderElection.Nodes;

namespace LeaderElection.Cluster;

/// <summary>The node processes of a cluster: started together, watched, and ended together whatever happens.</summary>
internal sealed class NodeGroup : IDisposable
{
    private readonly Channel<NodeEvent> events = Channel.CreateUnbounded<NodeEvent>(new() { SingleReader = true });
    private readonly List<ChildNode> nodes = [];
    private readonly Dictionary<ChildNode, NodeProgress> progress = [];

    public IReadOnlyList<ChildNode> Nodes => nodes;

    public NodeProgress this[ChildNode node] => progress[node];

    public void Start(NodeSettings settings)
    {
        var node = ChildNode.Start(settings, events.Writer);
        nodes.Add(node);
        progress[node] = NodeProgress.None;
    }

    /// <summary>Waits until the nodes have come far enough, one of them has ended, or the time is over.</summary>
    /// <param name="isFar">Whether they have come far enough.</param>
    /// <param name="limit">The longest wait.</param>
    /// <param name="goal">What is waited for, for messages.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>What went wrong, or null.</returns>
    public async Task<Finding?> UntilAsync(Func<IEnumerable<NodeProgress>, bool> isFar, TimeSpan limit, string goal, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ending.CancelAfter(limit);
        try
        {
            while (!isFar(progress.Values))
            {
                if (nodes.FirstOrDefault(n => progress[n].ExitCode is not null) is { } gone) return Obituary(gone, $"before {goal}");
                Note(await events.Reader.ReadAsync(ending.Token));
            }

            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Finding(string.Create(CultureInfo.InvariantCulture, $"Timed out: {limit.TotalSeconds:0.#} s passed before {goal}."));
        }
    }

    /// <summary>Asks all nodes to end, and forces those that do not.</summary>
    /// <param name="limit">How long they may take.</param>
    /// <returns>What was not as it should be.</returns>
    public async Task<IReadOnlyList<Finding>> StopAsync(TimeSpan limit)
    {
        var running = nodes.Where(n => progress[n].ExitCode is null).ToList();
        foreach (var node in running) node.Stop();
        using var ending = new CancellationTokenSource(limit);
        try
        {
            while (progress.Values.Any(p => p.ExitCode is null)) Note(await events.Reader.ReadAsync(ending.Token));
        }
        catch (OperationCanceledException)
        {
            // Those that are left are forced.
        }

        var findings = running.Where(n => progress[n].ExitCode is not (null or ExitCode.Holds)).Select(n => Obituary(n, "instead of stopping")).ToList();
        foreach (var node in nodes.Where(n => progress[n].ExitCode is null))
        {
            node.Dispose();
            findings.Add(new($"Node {node.Self} (process {node.ProcessId}) did not stop within {limit.TotalSeconds:0.#} s and was ended by force."));
        }

        return findings;
    }

    public void Dispose()
    {
        foreach (var node in nodes) node.Dispose();
    }

    private void Note(NodeEvent e)
    {
        var before = progress[e.Node];
        progress[e.Node] = e switch
        {
            NodeEvent.Ended(_, var exitCode) => before with { ExitCode = exitCode },
            NodeEvent.Said(_, NodeStatus.Listening(var at)) => before with { Socket = at },
            NodeEvent.Said(_, NodeStatus.Ready(var fingerprint)) => before with { Fingerprint = fingerprint },
            NodeEvent.Said(_, NodeStatus.Elected) => before with { IsLeader = true },
            NodeEvent.Said(_, NodeStatus.Stopped(var dropped)) => before with { Dropped = dropped },
            _ => before,
        };
    }

    private Finding Obituary(ChildNode node, string when)
    {
        var exitCode = progress[node].ExitCode!.Value;
        var name = $"Node {node.Self} (process {node.ProcessId})";
        if (exitCode == ExitCode.Refuted) return new($"Node {node.Self} was stopped by its monitor.\n{node.Messages}");
        var how = exitCode > 128 ? $"was killed by signal {exitCode - 128}" : $"ended with exit code {exitCode}";
        return new($"{name} {how} {when}.{(node.Messages.Length > 0 ? $"\n{node.Messages}" : "")}");
    }
}
