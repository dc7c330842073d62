using System.Collections.Immutable;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Runs;
using LeaderElection.Configuration;
using LeaderElection.Model;

namespace LeaderElection.Cluster;

/// <summary>
/// Merges the audit logs of a ring and asks whether the composed model has such a run: one order of all events that keeps the order of
/// each node and lets nothing be received that was not sent before.
/// </summary>
/// <remarks>
/// The composed model is that of the very configuration that ran, so its addresses are real endpoints. The network model only ever
/// grows (a set for each address), so no event disables another: the search need not go back.
/// </remarks>
internal static class RunVerification
{
    public static MergedRun Check(RingConfiguration configuration, Func<Node, string> log)
    {
        var events = new List<RecordedEvent<Node, RingNode.Event>>();
        var damage = new List<Finding>();
        foreach (var node in configuration.Ring.Nodes)
        {
            try
            {
                events.AddRange(RecordedLog.Of(node, AuditLogReader.Read<RingNode.Event>(log(node))).Events);
            }
            catch (Exception e) when (e is IOException or InvalidDataException)
            {
                damage.Add(new($"The audit log of node {node} cannot be used: {e.Message}"));
            }
        }

        var run = new MergedRun
        {
            Text = "",
            Events = events.Count,
            Received = events.Count(e => e.Event is RingNode.Event.Receive),
            Elected = [.. events.Where(e => e.Event is RingNode.Event.Elect).Select(e => e.Component).Distinct()],
        };
        return damage.Count == 0
            ? Judged(run, RunCheck.Of(new RingSystem(configuration.Ring), environmentIsMonotone: true).Check(events))
            : run with { Text = "not checked: an audit log is missing or damaged", Findings = [.. damage] };
    }

    private static MergedRun Judged(MergedRun run, RunVerdict<RingSystem.Event> verdict) => verdict switch
    {
        RunVerdict<RingSystem.Event>.Accepted(var trace) =>
            run with { Text = $"Accepted: {trace.Length} events of all nodes, in an order that RingSystem has" },
        RunVerdict<RingSystem.Event>.Rejected(_, var why) =>
            run with { Text = "Rejected", Findings = [new($"RingSystem has no such run: {why}")] },
        RunVerdict<RingSystem.Event>.Inconclusive(_, var why) =>
            run with { Text = "Inconclusive", Findings = [new($"No order of the run was found: {why}", IsUndecided: true)] },
        _ => throw new InvalidOperationException($"{verdict} is no verdict."),
    };
}
