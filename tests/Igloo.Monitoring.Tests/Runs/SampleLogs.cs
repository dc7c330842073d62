using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Igloo.Monitoring.Runs;
using LeaderElection.Configuration;
using LeaderElection.Model;

namespace Igloo.Monitoring.Tests.Runs;

/// <summary>Logs that processes of the leader election wrote, with the ring they ran in.</summary>
internal sealed record SampleLogs(ConfiguredRing Ring, ImmutableArray<RecordedLog<Node, RingNode.Event>> Logs)
{
    public static SampleLogs Elected { get; } = Read("Elected");

    public RingSystem System => new(Ring);

    public static string Folder(string name, [CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../casestudies/LeaderElection/SampleLogs", name));

    /// <summary>The first events by the clock that all processes shared: a run again.</summary>
    public SampleLogs First(int events)
    {
        var kept = Logs.SelectMany(l => l.Events).OrderBy(e => e.At).ThenBy(e => e.Sequence).Take(events).ToHashSet();
        return this with { Logs = [.. Logs.Select(l => l with { Events = [.. l.Events.Where(kept.Contains)] })] };
    }

    private static SampleLogs Read(string name)
    {
        var folder = Folder(name);
        var ring = RingConfigurationJson.Read(File.ReadAllText(Path.Combine(folder, "ring.json")), name).Ring;
        return new(ring, [.. ring.Nodes.Select(n => RecordedLog.Read<Node, RingNode.Event>(n, [Path.Combine(folder, $"n{n}.jsonl")]))]);
    }
}
