using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Runs;
using Igloo.Monitoring.Tests.Auditing;
using Igloo.Monitoring.Tests.Models;
using LeaderElection.Model;
using C = Igloo.Monitoring.Tests.Models.Counter.Event;
using E = LeaderElection.Model.RingNode.Event;
using RingNode = LeaderElection.Model.RingNode;
using Verdict = Igloo.Monitoring.Runs.RunVerdict<LeaderElection.Model.RingSystem.Event>;

namespace Igloo.Monitoring.Tests.Runs;

/// <summary>Runs of which the oldest files are gone, and runs of a program that was started again.</summary>
public sealed class RotatedRunTests : IDisposable
{
    private static readonly Ring Three = new(3);
    private readonly Folder folder = new();

    public static TheoryData<bool> Modes() => [false, true];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Modes))]
    public void Run_is_checked_over_all_files_where_they_are_kept(bool isMonotone)
    {
        var sender = Record(0, keptFiles: 100, Send(0, 0), Send(0, 0), Send(0, 0), Send(0, 0));
        Assert.True(sender.Length > 2);

        var accepted = Assert.IsType<Verdict.Accepted>(Check(isMonotone, (0, sender.Reverse()), (1, Record(1, keptFiles: 100, new E.Receive(new(0))))));

        Assert.Empty(accepted.Assuming);
        Assert.Equal(7, accepted.Trace.Length);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void What_was_sent_in_a_file_that_is_gone_is_assumed(bool isMonotone)
    {
        var sender = Record(0, keptFiles: 1, Send(0, 0), Send(0, 0), Send(0, 0), Send(0, 0));
        Assert.Single(sender);

        var accepted = Assert.IsType<Verdict.Accepted>(Check(isMonotone, (0, sender), (1, Record(1, keptFiles: 100, new E.Receive(new(0))))));

        Assert.Equal(
            ["the log of 0 begins in the state that its first line names; what was before is not checked", "before the logs begin there was Transmit(0, @1, 0)"],
            accepted.Assuming);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Message_that_no_missing_file_explains_is_inconclusive(bool isMonotone)
    {
        var open = Assert.IsType<Verdict.Inconclusive>(Check(
            isMonotone, (0, Record(0, keptFiles: 1, Send(0, 0), Send(0, 0))), (1, Record(1, keptFiles: 100)), (2, Record(2, keptFiles: 100, new E.Receive(new(1))))));

        Assert.Equal(["the log of 0 begins in the middle, and what the environment held then is not known"], open.Doubts);
        Assert.Contains("2 #2 Receive(1): the environment does not enable it", open.Why, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Component_that_breaks_its_model_after_the_missing_files_is_rejected(bool isMonotone)
    {
        var sender = Record(0, keptFiles: 1, Send(0, 0), Send(0, 0));
        File.WriteAllText(sender[0], File.ReadAllText(sender[0]).Replace("\"Outbox\":[{\"Index\":0}]", "\"Outbox\":[]", StringComparison.Ordinal));
        var last = File.ReadAllLines(sender[0])[^1];
        var number = int.Parse(last.Split("\"seq\":")[1].Split(',')[0]) + 1;
        File.AppendAllText(sender[0], $"{{\"seq\":{number},\"at\":\"2020-01-01T00:00:00Z\",\"kind\":\"internal\",\"event\":{{\"case\":\"Elect\"}}}}\n");

        var rejected = Assert.IsType<Verdict.Rejected>(Check(isMonotone, (0, sender), (1, Record(1, keptFiles: 100))));

        Assert.Contains("a component did what its own model does not", rejected.Why, StringComparison.Ordinal);
        Assert.Equal(new LogPlace(sender[0], File.ReadAllLines(sender[0]).Length), Assert.Single(rejected.Mismatches).Place);
    }

    [Fact]
    public void Output_in_flight_at_the_rotation_is_what_its_later_line_says()
    {
        using (var log = AuditLog<C>.Create(folder["c.jsonl"], new() { LargestFile = 1 }))
        {
            using var monitor = PermissionMonitor.Start(new Counter(), new() { Audit = log });
            monitor.Succeed(monitor.Begin(new C.Keep(0)));
        }

        var file = AuditFiles.Of(folder["c.jsonl"])[1];
        var number = AuditLogReader.Read<C>(file)[^1].Sequence;
        string Line(int i, string rest) => $"{{\"seq\":{number + i},\"at\":\"2020-01-01T00:00:00Z\",{rest}}}\n";
        string Again(int n) => Line(1, $"\"kind\":\"intent\",\"event\":{{\"case\":\"Keep\",\"N\":{n}}}") + Line(2, $"\"kind\":\"done\",\"intent\":{number + 1}");
        var text = File.ReadAllText(file);

        File.WriteAllText(file, text + Again(0));
        Assert.IsType<LogVerdict<C>.Rejected>(LogCheck.Of(new Counter()).Check(RecordedLog.Read<int, C>(1, [file])));
        File.WriteAllText(file, text + Again(1));
        Assert.IsType<LogVerdict<C>.Accepted>(LogCheck.Of(new Counter()).Check(RecordedLog.Read<int, C>(1, [file])));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Program_that_was_started_again_without_its_state_is_rejected(bool isMonotone)
    {
        var files = Record(0, keptFiles: 100, Send(0, 0));
        var again = StartedAgain();

        var rejected = Assert.IsType<Verdict.Rejected>(Check(isMonotone, (0, files.Append(again)), (1, Record(1, keptFiles: 100))));

        var mismatch = Assert.Single(rejected.Mismatches);
        Assert.Contains("the program was started again, which is the model's initial state; the model is in", mismatch.Because, StringComparison.Ordinal);
        Assert.Equal(new LogPlace(again, 1), mismatch.Place);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Program_that_had_done_nothing_may_be_started_again(bool isMonotone)
    {
        using (var log = AuditLog<E>.Create(folder["n0.jsonl"])) PermissionMonitor.Start(Node(0), new() { Audit = log }).Dispose();

        Assert.IsType<Verdict.Accepted>(Check(isMonotone, (0, [folder["n0.jsonl"], StartedAgain()]), (1, Record(1, keptFiles: 100))));
    }

    [Fact]
    public void Files_of_two_runs_are_not_taken_for_one()
    {
        Record(0, keptFiles: 100, Send(0, 0), Send(0, 0), Send(0, 0));
        var files = AuditFiles.Of(folder["n0.jsonl"]);
        File.Delete(files[1]);

        var damage = Assert.Throws<InvalidDataException>(() => RecordedLog.Read<int, E>(0, AuditFiles.Of(folder["n0.jsonl"])));

        Assert.StartsWith($"{files[2]}:1: number ", damage.Message, StringComparison.Ordinal);
    }

    private static RingNode Node(int index) => (RingNode)new RingSystem(Three).Component(new(index));

    private static E.Send Send(int from, int id) => new E.Send(Three.AddressOf(Three.Next(new(from))), new(id));

    private static Verdict Check(bool isMonotone, params (int Node, IEnumerable<string> Files)[] logs) =>
        RunCheck.Of(new RingSystem(Three), isMonotone).Check([.. logs.Select(l => RecordedLog.Read<Node, E>(new(l.Node), l.Files))]);

    private string StartedAgain()
    {
        using var log = AuditLog<E>.Continue(folder["n0.jsonl"]);
        using var monitor = PermissionMonitor.Start(Node(0), new() { Audit = log });
        monitor.Perform(new E.Setup());
        return AuditFiles.Of(folder["n0.jsonl"])[^1];
    }

    private string[] Record(int node, int keptFiles, params E[] events)
    {
        var path = folder[$"n{node}.jsonl"];
        using var log = AuditLog<E>.Create(path, new() { LargestFile = 300, KeptFiles = keptFiles });
        using (var monitor = PermissionMonitor.Start(Node(node), new() { Audit = log }))
        {
            monitor.Perform(new E.Setup());
            foreach (var e in events) Assert.True(monitor.TryDo(e));
        }

        return [.. AuditFiles.Of(path)];
    }
}
