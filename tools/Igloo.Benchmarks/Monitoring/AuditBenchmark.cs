using System.Diagnostics;
using System.Globalization;
using Igloo.Monitoring;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Runs;
using Igloo.Values;
using LeaderElection.Model;
using E = LeaderElection.Model.RingNode.Event;

namespace Igloo.Benchmarks.Monitoring;

/// <summary>How many events a second an audit log takes, every line handed to the operating system, and how long it takes to check them.</summary>
internal static class AuditBenchmark
{
    private const int Rounds = 5;

    public static string Run(int events)
    {
        var folder = Directory.CreateTempSubdirectory("igloo-audit-");
        try
        {
            var ring = new Ring(5);
            var node = new RingNode(new Node(2), ring.AddressOf(new Node(3)), ring);
            var lines = new List<string> { "Audit log                      min /    median /       max" };
            lines.Add(Line("sink alone, events/s", [.. Enumerable.Range(0, Rounds).Select(r => Sink(Path.Combine(folder.FullName, $"sink{r}.jsonl"), ring, events))]));
            lines.Add(Line("sends, monitored, lines/s", [.. Enumerable.Range(0, Rounds).Select(r => Sends(Path.Combine(folder.FullName, $"sends{r}.jsonl"), node, ring, events))]));
            lines.Add(Line("receives, monitored, events/s", [.. Enumerable.Range(0, Rounds).Select(r => Receives(Path.Combine(folder.FullName, $"receives{r}.jsonl"), node, events))]));
            lines.Add(CheckOne(Path.Combine(folder.FullName, "receives0.jsonl"), node));
            lines.Add(CheckMerged(ring, events));
            return string.Join('\n', lines) + "\n";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Sink(string path, Ring ring, int events)
    {
        using var log = AuditLog<E>.Create(path);
        log.Record(new(0, DateTimeOffset.UtcNow, AuditKind.Start, Text: "benchmark"));
        E send = new E.Send(ring.AddressOf(new Node(3)), new Node(2));
        return PerSecond(events, i => log.Record(new(i + 1, DateTimeOffset.UtcNow, AuditKind.Intent, send)));
    }

    private static double Sends(string path, RingNode node, Ring ring, int events)
    {
        using var log = AuditLog<E>.Create(path);
        using var monitor = PermissionMonitor.Start(node, new() { Audit = log });
        monitor.Perform(new E.Setup());
        E send = new E.Send(ring.AddressOf(new Node(3)), new Node(2));
        return 2 * PerSecond(events / 2, _ => monitor.Succeed(monitor.Begin(send)));
    }

    private static double Receives(string path, RingNode node, int events)
    {
        using var log = AuditLog<E>.Create(path);
        using var monitor = PermissionMonitor.Start(node, new() { Audit = log });
        E receive = new E.Receive(new Node(4));
        return PerSecond(events, _ => monitor.Deliver(monitor.Begin(receive), receive));
    }

    private static string CheckOne(string path, RingNode node)
    {
        var begun = Stopwatch.GetTimestamp();
        var entries = AuditLogReader.Read<E>(path);
        var verdict = LogCheck.Of(node).Check(entries);
        return Took($"check of one log of {entries.Length:N0} lines, file included", begun, verdict.GetType().Name);
    }

    private static string CheckMerged(Ring ring, int events)
    {
        var run = RingRun.Of(ring, events);
        var begun = Stopwatch.GetTimestamp();
        var verdict = RunCheck.Of(new RingSystem(ring), environmentIsMonotone: true).Check(run);
        var monotone = Took($"check of 5 merged logs of {run.Length:N0} events, monotone", begun, verdict.GetType().Name);
        begun = Stopwatch.GetTimestamp();
        verdict = RunCheck.Of(new RingSystem(ring)).Check(run);
        return monotone + "\n" + Took($"check of 5 merged logs of {run.Length:N0} events", begun, verdict.GetType().Name);
    }

    private static double PerSecond(int events, Action<int> record)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < events; i++) record(i);
        return events / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static string Line(string name, double[] rates)
    {
        Array.Sort(rates);
        return string.Create(CultureInfo.InvariantCulture, $"  {name,-30}{rates[0],10:N0}{rates[Rounds / 2],12:N0}{rates[^1],12:N0}");
    }

    private static string Took(string name, long begun, string verdict) =>
        string.Create(CultureInfo.InvariantCulture, $"  {name,-60}{Stopwatch.GetElapsedTime(begun).TotalSeconds,8:0.00} s  {verdict.Split('`')[0]}");
}
