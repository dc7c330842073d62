using Igloo.Monitoring;
using Igloo.Monitoring.Auditing;
using Igloo.Values;
using LeaderElection.Cluster;
using LeaderElection.Configuration;
using LeaderElection.Model;
using LeaderElection.Tests.Configuration;

namespace LeaderElection.Tests.Cluster;

public sealed class RunVerificationTests : IDisposable
{
    private static readonly Node One = new(1);
    private static readonly Node Two = new(2);

    private readonly RingConfiguration ring = Rings.Of(1, 2);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leader-election-test-");

    [Fact]
    public void Run_is_accepted_when_everything_received_was_sent()
    {
        Record(Two, Setup, SendOf(Two), ReceiptOf(Two), Elect);
        Record(One, ReceiptOf(Two), new RingNode.Event.Accept(Two), SendOf(One, Two));

        var run = Check();

        Assert.Empty(run.Findings);
        Assert.Equal((7, 2), (run.Events, run.Received));
        Assert.Equal([Two], run.Elected);
    }

    [Fact]
    public void Run_is_rejected_when_something_received_was_never_sent()
    {
        Record(Two, Setup, SendOf(Two), ReceiptOf(Two), Elect);
        Record(One, ReceiptOf(Two));

        Assert.Contains("environment assumption not met, or log incomplete", Assert.Single(Check().Findings).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_is_rejected_when_causes_go_round_in_a_circle()
    {
        Record(One, ReceiptOf(Two), new RingNode.Event.Accept(Two), SendOf(One, Two));
        Record(Two, ReceiptOf(Two), Setup, SendOf(Two));

        Assert.False(Assert.Single(Check().Findings).IsUndecided);
    }

    [Fact]
    public void Last_line_may_be_torn()
    {
        Record(Two, Setup, SendOf(Two));
        Record(One, ReceiptOf(Two));
        File.AppendAllText(Log(One), """{"seq":2,"at":"2020-""");

        Assert.Empty(Check().Findings);
    }

    [Fact]
    public void Damaged_line_is_reported()
    {
        Record(Two, Setup, SendOf(Two));
        Record(One, ReceiptOf(Two));
        File.WriteAllText(Log(Two), File.ReadAllText(Log(Two)).Replace("\"seq\":1", "\"seq\":7", StringComparison.Ordinal));

        Assert.StartsWith("The audit log of node 2 cannot be used:", Assert.Single(Check().Findings).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_log_is_reported()
    {
        Record(Two, Setup);

        Assert.StartsWith("The audit log of node 1 cannot be used:", Assert.Single(Check().Findings).Text, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static RingNode.Event.Setup Setup => new();

    private static RingNode.Event.Elect Elect => new();

    private static RingNode.Event.Receive ReceiptOf(Node id) => new(id);

    private RingNode.Event.Send SendOf(Node at, Node? id = null) => new(ring.Ring.AddressOf(ring.Ring.Next(at)), id ?? at);

    private MergedRun Check() => RunVerification.Check(ring, Log);

    private string Log(Node node) => Path.Combine(folder.FullName, $"n{node}.jsonl");

    // A monitor writes the log, so that only what a node is permitted to do can be in it.
    private void Record(Node node, params RingNode.Event[] events)
    {
        using var audit = AuditLog<RingNode.Event>.Create(Log(node));
        using var monitor = PermissionMonitor.Start(ring.ComponentOf(node), new MonitorOptions<RingNode.State, RingNode.Event> { Audit = audit });
        foreach (var e in events)
        {
            if (e is RingNode.Event.Setup or RingNode.Event.Accept or RingNode.Event.Elect)
            {
                monitor.Perform(e);
                continue;
            }

            var call = monitor.Begin(e);
            if (e is RingNode.Event.Receive) monitor.Deliver(call, e);
            else monitor.Succeed(call);
        }
    }
}
