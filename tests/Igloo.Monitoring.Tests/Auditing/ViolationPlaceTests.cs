using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.Counter.Event;

namespace Igloo.Monitoring.Tests.Auditing;

/// <summary>The message of a violation names the line of the audit log that tells of it.</summary>
public sealed class ViolationPlaceTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Violation_names_file_and_line_of_its_audit_line()
    {
        using var log = AuditLog<E>.Create(folder["c.jsonl"]);
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Audit = log });
        monitor.TryDo(new E.Keep(0));

        var refusal = Assert.Throws<PermissionViolationException>(() => monitor.Begin(new E.Keep(7)));

        Assert.EndsWith($"\n  Recorded   {folder["c.jsonl"]}:4", refusal.Message, StringComparison.Ordinal);
        Assert.Equal($"{folder["c.jsonl"]}:4", monitor.FirstViolation!.Recorded);
        Assert.Contains("\"kind\":\"violation\"", Lines("c.jsonl")[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Violation_after_a_rotation_names_the_line_of_the_new_file()
    {
        using var log = AuditLog<E>.Create(folder["c.jsonl"], new() { LargestFile = 200 });
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Audit = log });
        for (var i = 0; i < 5; i++) monitor.TryDo(new E.Keep(i));

        var refusal = Assert.Throws<PermissionViolationException>(() => monitor.Begin(new E.Keep(9)));

        var newest = AuditFiles.Of(folder["c.jsonl"])[^1];
        Assert.NotEqual(folder["c.jsonl"], newest);
        Assert.EndsWith($"\n  Recorded   {newest}:{Lines(Path.GetFileName(newest)).Length}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_stands_in_a_continued_log()
    {
        using (var first = AuditLog<E>.Create(folder["c.jsonl"])) PermissionMonitor.Start(new Counter(), new() { Audit = first }).TryDo(new E.Keep(0));
        using var log = AuditLog<E>.Continue(folder["c.jsonl"]);
        log.Record(new(2, default, AuditKind.Stop));

        Assert.Equal($"{folder["c.1.jsonl"]}:1", log.LastPlace);
    }

    [Fact]
    public void Violation_names_no_line_where_there_is_no_log_or_nobody_finds_it()
    {
        using var silent = PermissionMonitor.Start(new Counter());
        using var streaming = PermissionMonitor.Start(new Counter(), new() { Audit = new AuditLog<E>(new MemoryStream()) });

        Assert.All([silent, streaming], m => Assert.DoesNotContain("Recorded", Assert.Throws<PermissionViolationException>(() => m.Begin(new E.Keep(7))).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Violation_names_no_line_where_it_could_not_be_recorded()
    {
        var sink = new Full();
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Audit = sink, OnAuditFailure = AuditFailurePolicy.Continue });
        sink.IsFull = true;

        Assert.DoesNotContain("Recorded", Assert.Throws<PermissionViolationException>(() => monitor.Begin(new E.Keep(7))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Place_is_whole_however_long_its_path_is()
    {
        var sink = new Full { LastPlace = $"{new string('d', 300)}/c.jsonl:12" };
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Audit = sink });

        Assert.EndsWith($"/c.jsonl:12", Assert.Throws<PermissionViolationException>(() => monitor.Begin(new E.Keep(7))).Message, StringComparison.Ordinal);
    }

    private string[] Lines(string file)
    {
        using var reader = new StreamReader(new FileStream(folder[file], FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().TrimEnd('\n').Split('\n');
    }

    private sealed class Full : IAuditSink<E>
    {
        public bool IsFull { get; set; }

        public string? LastPlace { get; init; } = "c.jsonl:1";

        public void Record(in AuditEntry<E> entry)
        {
            if (IsFull) throw new IOException("No space left on device");
        }
    }
}
