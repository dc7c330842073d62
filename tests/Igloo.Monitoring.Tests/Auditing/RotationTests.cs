using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Runs;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.Counter.Event;

namespace Igloo.Monitoring.Tests.Auditing;

public sealed class RotationTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Full_file_is_followed_by_one_that_begins_with_the_state()
    {
        Run(events: 50, new() { LargestFile = 1_000 });

        var files = AuditFiles.Of(folder["n.jsonl"]);
        Assert.True(files.Length > 3);
        Assert.All(files[1..], f => Assert.Equal(AuditKind.State, AuditLogReader.Read<E>(f)[0].Kind));
        Assert.IsType<LogVerdict<E>.Accepted>(LogCheck.Of(new Counter()).Check(AuditLogReader.ReadAll<E>(files)));
    }

    [Fact]
    public void Rotated_file_is_checked_by_itself_from_its_state()
    {
        Run(events: 50, new() { LargestFile = 1_000 });

        Assert.All(AuditFiles.Of(folder["n.jsonl"]), f => Assert.IsType<LogVerdict<E>.Accepted>(LogCheck.Of(new Counter()).Check(AuditLogReader.Read<E>(f))));
    }

    [Fact]
    public void Rotated_file_with_another_state_is_rejected()
    {
        Run(events: 50, new() { LargestFile = 1_000 });
        var file = AuditFiles.Of(folder["n.jsonl"])[2];
        var lines = File.ReadAllLines(file);
        lines[0] = lines[0].Replace("\"Count\":", "\"Count\":1", StringComparison.Ordinal);
        File.WriteAllText(file, string.Join('\n', lines) + "\n");

        Assert.IsType<LogVerdict<E>.Rejected>(LogCheck.Of(new Counter()).Check(AuditLogReader.Read<E>(file)));
        Assert.IsType<LogVerdict<E>.Rejected>(LogCheck.Of(new Counter()).Check(AuditLogReader.ReadAll<E>(AuditFiles.Of(folder["n.jsonl"]))));
    }

    [Fact]
    public void Missing_file_between_two_others_is_damage()
    {
        Run(events: 50, new() { LargestFile = 1_000 });
        File.Delete(AuditFiles.Of(folder["n.jsonl"])[1]);

        Assert.Throws<InvalidDataException>(() => AuditLogReader.ReadAll<E>(AuditFiles.Of(folder["n.jsonl"])));
    }

    [Fact]
    public void Old_files_are_deleted_when_few_are_kept()
    {
        Run(events: 50, new() { LargestFile = 1_000, KeptFiles = 2 });

        var files = AuditFiles.Of(folder["n.jsonl"]);
        Assert.Equal(2, files.Length);
        Assert.IsType<LogVerdict<E>.Accepted>(LogCheck.Of(new Counter()).Check(AuditLogReader.ReadAll<E>(files)));
    }

    [Fact]
    public void Log_whose_old_files_are_gone_is_continued_after_its_newest()
    {
        Run(events: 50, new() { LargestFile = 1_000, KeptFiles = 2 });
        var before = AuditFiles.Of(folder["n.jsonl"]);
        var snapshot = Igloo.Monitoring.Recovery.DurableLog.SnapshotOf(new Counter(), folder["n.jsonl"]);

        using (var log = AuditLog<E>.Continue(folder["n.jsonl"]))
        {
            using var monitor = PermissionMonitor.Resume(new Counter(), snapshot, new Counter.State(50, 0), options: new() { Audit = log });
            Assert.True(monitor.TryDo(new E.Keep(50)));
        }

        Assert.Equal(before, AuditFiles.Of(folder["n.jsonl"])[..^1]);
        Assert.IsType<LogVerdict<E>.Accepted>(LogCheck.Of(new Counter()).Check(AuditLogReader.ReadAll<E>(AuditFiles.Of(folder["n.jsonl"]))));
    }

    [Fact]
    public void Log_is_not_created_over_the_later_files_of_an_earlier_run()
    {
        Run(events: 50, new() { LargestFile = 1_000, KeptFiles = 2 });

        Assert.Throws<IOException>(() => AuditLog<E>.Create(folder["n.jsonl"]));
    }

    [Fact]
    public void Output_in_flight_at_the_rotation_is_decided_by_its_line_in_the_next_file()
    {
        using (var log = AuditLog<E>.Create(folder["n.jsonl"], new() { LargestFile = 1 }))
        {
            using var monitor = PermissionMonitor.Start(new Counter(), new() { Audit = log });
            monitor.Succeed(monitor.Begin(new E.Keep(0)));
            monitor.TryDo(new E.Keep(1));
        }

        var files = AuditFiles.Of(folder["n.jsonl"]);
        Assert.IsType<LogVerdict<E>.Accepted>(LogCheck.Of(new Counter()).Check(AuditLogReader.ReadAll<E>(files)));
        Assert.Equal(new Counter.State(2, 0), Igloo.Monitoring.Recovery.DurableLog.SnapshotOf(new Counter(), AuditLogReader.ReadAll<E>(files[1..])).KnowledgeOf<Counter.State>().Representative);
    }

    [Fact]
    public void Redacted_values_are_in_no_line_and_the_log_stays_checkable()
    {
        using (var log = AuditLog<E>.Create(folder["n.jsonl"], new() { Redact = v => v is 4711 ? 1 : v }))
        {
            using var monitor = PermissionMonitor.Start(new Counter(), new() { Audit = log });
            monitor.TryDo(new E.Take(4711));
            Assert.False(monitor.TryDo(new E.Keep(4711)));
        }

        Assert.DoesNotContain("4711", File.ReadAllText(folder["n.jsonl"]), StringComparison.Ordinal);
        Assert.IsType<LogVerdict<E>.Accepted>(LogCheck.Of(new Counter()).Check(AuditLogReader.Read<E>(folder["n.jsonl"])));
    }

    [Fact]
    public void Files_of_one_log_are_checked_together_in_whatever_order_they_are_named()
    {
        Run(events: 40, new() { LargestFile = 200 });
        var files = AuditFiles.Of(folder["n.jsonl"]).ToArray();
        Assert.True(files.Length > 10);
        new Random(1).Shuffle(files);

        var finding = Assert.Single(new CounterLogs().Check(files).Findings);

        Assert.Equal((LogOutcome.Accepted, "a trace of 40 events of the model", 0), (finding.Outcome, finding.Summary, finding.Assuming.Length));
    }

    [Fact]
    public void Files_of_several_logs_are_told_apart_by_their_names() =>
        Assert.Equal([["a/n.jsonl", "a/n.2.jsonl", "a/n.10.jsonl"], ["b/n.3.jsonl"], ["n.jsonl"]], AuditFiles.ByLog(["a/n.10.jsonl", "b/n.3.jsonl", "a/n.2.jsonl", "n.jsonl", "a/n.jsonl", "a/n.2.jsonl"]).Select(l => l.ToArray()));

    private sealed class CounterLogs : ComponentLogSource<Counter.State, E>
    {
        protected override Counter ComponentOf(string file) => new();
    }

    private void Run(int events, AuditLogOptions options)
    {
        using var log = AuditLog<E>.Create(folder["n.jsonl"], options);
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Audit = log });
        for (var i = 0; i < events; i++) Assert.True(monitor.TryDo(new E.Keep(i)));
    }
}
