using System.Collections.Immutable;
using Failover.Model;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Runs;
using Network = Igloo.Environments.CrashStopNetwork<Failover.Model.Node, Failover.Model.Node>;

namespace Failover.Cluster;

/// <summary>Whether the composed model has the run that the logs of the nodes tell of, with crashes where they were.</summary>
/// <param name="Events">How many events the logs have.</param>
/// <param name="Verdict">The verdict.</param>
internal sealed record MergedRun(int Events, RunVerdict<FailoverSystem.Event> Verdict)
{
    /// <summary>Whether the model has such a run.</summary>
    public bool IsAccepted => Verdict is RunVerdict<FailoverSystem.Event>.Accepted;

    public static MergedRun Of(Group group, Func<Node, string> log, ImmutableArray<Node> crashed) =>
        Of(group, group.Nodes.SelectMany(n => RecordedLog.Of(n, AuditLogReader.Read<Candidate.Event>(log(n))).Events), crashed);

    /// <summary>Checks a run.</summary>
    /// <param name="group">The nodes.</param>
    /// <param name="run">Their events, those of each node in their order.</param>
    /// <param name="crashed">Who has crashed; when, the logs do not say.</param>
    public static MergedRun Of(Group group, IEnumerable<RecordedEvent<Node, Candidate.Event>> run, ImmutableArray<Node> crashed)
    {
        var events = run.ToImmutableArray();
        var check = new RunCheck<Network.State, Network.Event, Node, Candidate.State, Candidate.Event>(new FailoverSystem(group))
        {
            Inserted = s => crashed.Where(n => !s.Environment.Crashed.Contains(n)).Select(n => new FailoverSystem.Event.Environment(new Network.Event.Crash(n))),
        };
        return new(events.Length, check.Check(events));
    }

    /// <inheritdoc/>
    public override string ToString() => Verdict switch
    {
        RunVerdict<FailoverSystem.Event>.Accepted(var trace) => $"Accepted: {Events} events of all nodes, and {trace.Length - Events} of the environment alone, in an order that FailoverSystem has",
        RunVerdict<FailoverSystem.Event>.Rejected(_, var why) => $"Rejected: {why}",
        _ => "Inconclusive",
    };
}
