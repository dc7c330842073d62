using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Recovery;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Runs;
using Igloo.Monitoring.Tests.Auditing;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.Counter.Event;
using S = Igloo.Monitoring.Tests.Models.Counter.State;

namespace Igloo.Monitoring.Tests.Recovery;

/// <summary>A restarted program goes on as the component that it was, or not at all.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Restarted_program_goes_on_from_a_stored_snapshot()
    {
        var before = PermissionMonitor.Start(new Counter());
        before.TryDo(new E.Keep(0));
        var stored = before.Snapshot().ToJson();

        using var after = PermissionMonitor.Resume(new Counter(), MonitorSnapshot.Parse(stored), new S(1, 0));

        Assert.False(after.TryDo(new E.Keep(0)));
        Assert.True(after.TryDo(new E.Keep(1)));
    }

    [Fact]
    public void Program_that_has_forgotten_its_state_is_refused()
    {
        var before = PermissionMonitor.Start(new Counter());
        before.TryDo(new E.Keep(0));

        Assert.Throws<RecoveryRefusedException>(() => PermissionMonitor.Resume(new Counter(), before.Snapshot(), new S(0, 0)));
    }

    [Fact]
    public void Program_that_recovers_by_an_event_of_its_model_goes_on_after_it()
    {
        var before = PermissionMonitor.Start(new Counter());
        before.TryDo(new E.Keep(0));

        using var after = PermissionMonitor.Resume(new Counter(), before.Snapshot(), new S(9, 0), recovery: new E.Jump(9));

        Assert.True(after.TryDo(new E.Keep(9)));
    }

    [Fact]
    public void Recovery_that_the_model_does_not_enable_is_refused()
    {
        var before = PermissionMonitor.Start(new Counter());
        before.TryDo(new E.Keep(0));

        Assert.Throws<RecoveryRefusedException>(() => PermissionMonitor.Resume(new Counter(), before.Snapshot(), new S(0, 0), recovery: new E.Jump(0)));
    }

    [Fact]
    public void Snapshot_of_another_model_is_refused() =>
        Assert.Throws<RecoveryRefusedException>(() => PermissionMonitor.Resume(new Counter(), PermissionMonitor.Start(new Window()).Snapshot(), new S(0, 0)));

    [Fact]
    public void Stopped_component_stays_stopped()
    {
        var before = PermissionMonitor.Start(new Counter());
        before.Fail(before.Begin(new E.Stop(0)));

        Assert.Throws<RecoveryRefusedException>(() => PermissionMonitor.Resume(new Counter(), before.Snapshot(), new S(1, 0)));
    }

    [Fact]
    public void Output_in_flight_at_the_end_has_an_unknown_outcome()
    {
        var before = PermissionMonitor.Start(new Counter());
        before.Begin(new E.Keep(0));

        Assert.Throws<RecoveryRefusedException>(() => PermissionMonitor.Resume(new Counter(), before.Snapshot(), new S(1, 0)));
        using var after = PermissionMonitor.Resume(new Counter(), before.Snapshot(), new S(5, 0), recovery: new E.Jump(5));
        Assert.True(after.TryDo(new E.Keep(5)));
    }

    [Fact]
    public void Restarted_program_goes_on_from_its_log_and_the_whole_log_is_a_trace()
    {
        using (var log = AuditLog<E>.Create(folder["n.jsonl"]))
        {
            var before = PermissionMonitor.Start(new Counter(), new() { Audit = log });
            before.TryDo(new E.Keep(0));
            before.TryDo(new E.Take(5));
            before.Fail(before.Begin(new E.Keep(1)));
        }

        var snapshot = DurableLog.SnapshotOf(new Counter(), folder["n.jsonl"]);
        using (var log = AuditLog<E>.Continue(folder["n.jsonl"]))
        {
            using var after = PermissionMonitor.Resume(new Counter(), snapshot, new S(8, 5), new E.Jump(8), new() { Audit = log });
            Assert.True(after.TryDo(new E.Keep(8)));
        }

        var files = AuditFiles.Of(folder["n.jsonl"]);
        Assert.Equal(2, files.Length);
        Assert.Contains(new E.Jump(8), Assert.IsType<LogVerdict<E>.Accepted>(LogCheck.Of(new Counter()).Check(AuditLogReader.ReadAll<E>(files))).Trace);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Log_is_followed_where_an_event_rests_on_an_output_that_was_still_in_flight(bool isCompleted)
    {
        using (var log = AuditLog<Counter.Event>.Create(folder["n.jsonl"]))
        {
            using var monitor = PermissionMonitor.Start(new Counter(), new() { Audit = log });
            var first = monitor.Begin(new Counter.Event.Stop(0));
            Assert.True(monitor.TryDo(new Counter.Event.Keep(1)));
            if (isCompleted) monitor.Succeed(first);
        }

        var known = DurableLog.SnapshotOf(new Counter(), folder["n.jsonl"]).KnowledgeOf<Counter.State>();

        Assert.Equal(new Counter.State(2, 0), Assert.Single(Assert.Single(known.Worlds).States));
    }

    [Fact]
    public void Log_of_another_component_is_no_base_for_a_restart()
    {
        AuditEntry<E>[] log = [new(0, default, AuditKind.Start), new(1, default, AuditKind.Internal, new E.Jump(0))];

        Assert.Throws<InvalidDataException>(() => DurableLog.SnapshotOf(new Counter(), log));
    }

    [Fact]
    public void Text_that_is_no_snapshot_is_invalid()
    {
        Assert.Throws<InvalidDataException>(() => MonitorSnapshot.Parse("{}"));
        var other = MonitorSnapshot.Parse(PermissionMonitor.Start(new Counter()).Snapshot().ToJson().Replace("Count", "Other", StringComparison.Ordinal));
        Assert.ThrowsAny<Exception>(() => PermissionMonitor.Resume(new Counter(), other, new S(0, 0)));
    }

    [Fact]
    public void Snapshot_that_names_no_state_is_invalid()
    {
        var stored = PermissionMonitor.Start(new Counter()).Snapshot().ToJson();
        var emptied = MonitorSnapshot.Parse(stored[..stored.IndexOf("\"worlds\"", StringComparison.Ordinal)] + "\"worlds\":[]}");

        var error = Assert.Throws<InvalidDataException>(() => PermissionMonitor.Resume(new Counter(), emptied, new S(0, 0)));

        Assert.EndsWith("it names no state", error.Message, StringComparison.Ordinal);
    }
}
