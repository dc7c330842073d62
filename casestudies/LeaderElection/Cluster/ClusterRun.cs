using System.Collections.Immutable;
using LeaderElection.Configuration;
using LeaderElection.Links;
using LeaderElection.Model;
using LeaderElection.Nodes;
using LeaderElection.Nodes.Wrong;

namespace LeaderElection.Cluster;

/// <summary>
/// Starts the processes of a ring behind faulty links, waits for a leader, stops them, and checks what they did against the models.
/// </summary>
/// <param name="settings">What to do.</param>
/// <param name="output">Told what is going on.</param>
public sealed class ClusterRun(ClusterSettings settings, TextWriter output)
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(10);

    private readonly ImmutableArray<Node> ring = Identifiers(settings);

    /// <summary>Runs to the end. Nothing is left running, whatever happens.</summary>
    /// <param name="cancellation">Stops the nodes before the end.</param>
    public async Task<ClusterResult> RunAsync(CancellationToken cancellation)
    {
        var logs = settings.Logs is { } folder ? Directory.CreateDirectory(folder).FullName : Directory.CreateTempSubdirectory("leader-election-").FullName;
        if (ring.FirstOrDefault(n => File.Exists(LogFolder.AuditFile(logs, n))) is { Index: > 0 } used)
        {
            throw new ConfigurationException($"{LogFolder.AuditFile(logs, used)} is the log of an earlier run; take another folder.");
        }

        var links = ring.Select((_, i) => new FaultyLink(settings.Faults, unchecked((settings.Seed * 31) + i))).ToList();
        using var nodes = new NodeGroup();
        try
        {
            var result = await ElectAsync(nodes, links, logs, cancellation);
            var isKept = settings.Logs is not null || !result.Findings.IsEmpty;
            if (!isKept) Directory.Delete(logs, recursive: true);
            return result with { Logs = isKept ? logs : null };
        }
        finally
        {
            foreach (var link in links) link.Dispose();
        }
    }

    private async Task<ClusterResult> ElectAsync(NodeGroup nodes, List<FaultyLink> links, string logs, CancellationToken cancellation)
    {
        var result = new ClusterResult();
        var findings = new List<Finding>();
        RingConfiguration? configuration = null;
        try
        {
            StartNodes(nodes, logs);
            findings.AddRange(await ConfigureAsync(nodes, links, c => LogFolder.Write(logs, configuration = c), cancellation));
            if (findings.Count == 0) (result, findings) = await WaitForLeaderAsync(nodes, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            result = result with { IsCancelled = true };
        }

        findings.AddRange(await nodes.StopAsync(StopLimit));
        foreach (var link in links) link.Dispose();
        result = result with
        {
            Leaders = [.. nodes.Nodes.Where(n => nodes[n].IsLeader).Select(n => n.Self)],
            Traffic = links.Aggregate(LinkStatistics.None, (sum, link) => sum + link.Statistics),
            Junk = nodes.Nodes.Sum(n => nodes[n].Dropped ?? 0),
            Run = configuration is null ? null : RunVerification.Check(configuration, n => LogFolder.AuditFile(logs, n)),
        };
        if (result.Run is { } run) findings.AddRange(Judge(run, result.Leaders));
        return result with { Findings = [.. findings] };
    }

    private void StartNodes(NodeGroup nodes, string logs)
    {
        var wrong = WrongNode();
        for (var i = 0; i < ring.Length; i++)
        {
            nodes.Start(new(
                ring[i],
                Configuration: null,
                settings.Program ?? (i % 2 == 0 ? ProgramKind.Sequential : ProgramKind.Concurrent),
                ring[i] == wrong ? settings.Misconduct : Misconduct.None,
                settings.Resend,
                LogFolder.AuditFile(logs, ring[i])));
        }
    }

    // Only when every node has its socket is the configuration complete, so that no port is guessed.
    private async Task<IEnumerable<Finding>> ConfigureAsync(
        NodeGroup nodes, List<FaultyLink> links, Action<RingConfiguration> done, CancellationToken cancellation)
    {
        if (await nodes.UntilAsync(all => all.All(p => p.Socket is not null), StartLimit, "all sockets were open", cancellation) is { } trouble) return [trouble];
        var configuration = new RingConfiguration(nodes.Nodes.Select((n, i) => new RingMember(n.Self, nodes[n].Socket!, links[i].Address)));
        done(configuration);
        Announce(nodes, configuration);
        for (var i = 0; i < links.Count; i++)
        {
            links[i].PassOnTo(nodes[nodes.Nodes[i]].Socket!);
            nodes.Nodes[i].Tell(RingConfigurationJson.Write(configuration));
        }

        if (await nodes.UntilAsync(all => all.All(p => p.Fingerprint is not null), StartLimit, "all nodes were ready", cancellation) is { } failed) return [failed];
        return nodes.Nodes
            .Where(n => nodes[n].Fingerprint != configuration.Fingerprint)
            .Select(n => new Finding($"Node {n.Self} runs with the configuration {nodes[n].Fingerprint}, not {configuration.Fingerprint}."));
    }

    private async Task<(ClusterResult Result, List<Finding> Findings)> WaitForLeaderAsync(NodeGroup nodes, CancellationToken cancellation)
    {
        var start = TimeProvider.System.GetTimestamp();
        if (await nodes.UntilAsync(all => all.Any(p => p.IsLeader), settings.Timeout, "a leader was elected", cancellation) is { } nobody) return (new(), [nobody]);
        var result = new ClusterResult { ElectedAfter = TimeProvider.System.GetElapsedTime(start) };

        // A second leader would announce itself soon, now that identifiers go round.
        var trouble = await nodes.UntilAsync(all => all.Count(p => p.IsLeader) > 1, settings.Resend * 4, "a second leader was looked for", cancellation);
        if (trouble is not null && nodes.Nodes.Any(n => nodes[n].ExitCode is not null)) return (result, [trouble]);

        var mediation = NodeMediation.Of(nodes.Nodes.Select(n => (n.Self, n.ProcessId, nodes[n].Socket!)));
        return (result with { Mediation = mediation.Text }, [.. mediation.Findings]);
    }

    private void Announce(NodeGroup nodes, RingConfiguration configuration)
    {
        output.WriteLine($"Leader election over UDP, {ring.Length} {(ring.Length == 1 ? "process" : "processes")}, seed {settings.Seed}");
        output.WriteLine(ClusterReport.Line("Ring", $"{configuration}, configuration {configuration.Fingerprint}"));
        output.WriteLine(ClusterReport.Line("Network", settings.Faults.ToString()));
        foreach (var (node, member) in nodes.Nodes.Zip(configuration.Members))
        {
            var program = node.Settings.Misconduct == Misconduct.None ? node.Settings.Program.ToString().ToLowerInvariant() : CommandLine.MisconductNames.Of(node.Settings.Misconduct);
            output.WriteLine(ClusterReport.Line($"Node {node.Self}", $"{program,-15} process {node.ProcessId}, socket {member.Listens}, reached at {member.Address}"));
        }

        output.Flush();
    }

    private IEnumerable<Finding> Judge(MergedRun run, ImmutableArray<Node> announced)
    {
        var largest = ring.MaxBy(n => n.Index);
        if (announced.Any(l => l != largest))
        {
            yield return new($"Safety is broken: {string.Join(" and ", announced)} announced as leader, but the largest identifier is {largest}.");
        }

        foreach (var liar in announced.Except(run.Elected))
        {
            yield return new($"Node {liar} announced itself as leader, but its audit log has no Elect.");
        }

        foreach (var finding in run.Findings) yield return finding;
    }

    // One that has no right to win; but the smuggling program makes its successor win, so there it is the one that must not.
    private Node WrongNode() => settings.Misconduct == Misconduct.OwnSocket ? ring.MaxBy(n => n.Index) : ring.MinBy(n => n.Index);

    private static ImmutableArray<Node> Identifiers(ClusterSettings settings)
    {
        var identifiers = Enumerable.Range(1, settings.Nodes).Select(i => new Node(i)).ToArray();
        new Random(settings.Seed).Shuffle(identifiers);
        return [.. identifiers];
    }
}
