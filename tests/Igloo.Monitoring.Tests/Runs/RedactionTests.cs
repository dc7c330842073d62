using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Recovery;
using Igloo.Monitoring.Runs;
using Igloo.Monitoring.Tests.Auditing;
using Igloo.Monitoring.Tests.Models;
using LeaderElection.Model;
using C = Igloo.Monitoring.Tests.Models.Counter.Event;
using E = LeaderElection.Model.RingNode.Event;

namespace Igloo.Monitoring.Tests.Runs;

/// <summary>What a log hides may have been anything, and the verdict says so.</summary>
public sealed class RedactionTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Hidden_value_is_taken_to_be_one_that_fits()
    {
        Record(v => v is 0 ? Redacted.Value : v, new C.Keep(0), new C.Keep(1));

        var accepted = Assert.IsType<LogVerdict<C>.Accepted>(Check());

        Assert.Contains("\"N\":{\"redacted\":true}", File.ReadAllText(folder["c.jsonl"]), StringComparison.Ordinal);
        Assert.Equal([new C.Keep(0), new C.Keep(1)], accepted.Trace);
        Assert.Equal(["1 event has redacted values, which are taken to be some that fit"], accepted.Assuming);
    }

    [Fact]
    public void Mismatch_after_a_hidden_value_is_inconclusive()
    {
        Record(v => v is 0 ? Redacted.Value : v, new C.Keep(0), new C.Keep(1));
        Change("\"N\":1", "\"N\":5");

        var open = Assert.IsType<LogVerdict<C>.Inconclusive>(Check());

        Assert.Equal("values are redacted, and only those that occur were tried for them", open.Why);
        Assert.Equal(4, open.Mismatch.Place!.Line);
    }

    [Fact]
    public void Mismatch_before_a_hidden_value_is_rejected()
    {
        Record(v => v is 1 ? Redacted.Value : v, new C.Keep(0), new C.Keep(1));
        Change("\"N\":0", "\"N\":5");

        Assert.IsType<LogVerdict<C>.Rejected>(Check());
    }

    [Fact]
    public void Event_of_which_everything_is_hidden_is_some_event()
    {
        Record(v => v is C.Keep(0) ? Redacted.Value : v, new C.Keep(0), new C.Keep(1));

        Assert.Equal(2, Assert.IsType<LogVerdict<C>.Accepted>(Check()).Trace.Length);
    }

    [Fact]
    public void Log_that_begins_with_a_hidden_state_cannot_be_checked()
    {
        Record(v => v is Counter.State ? Redacted.Value : v, new C.Keep(0), new C.Keep(1), new C.Keep(2));
        var files = AuditFiles.Of(folder["c.jsonl"]);

        Assert.Contains("redacted; it cannot be checked without the files before it", Assert.Throws<InvalidDataException>(() => LogCheck.Of(new Counter()).Check(RecordedLog.Read<int, C>(1, files[1..]))).Message, StringComparison.Ordinal);
        Assert.Contains("not compared", Assert.Single(Assert.IsType<LogVerdict<C>.Accepted>(Check()).Assuming), StringComparison.Ordinal);
    }

    [Fact]
    public void Log_with_hidden_values_is_no_base_for_a_restart()
    {
        Record(v => v is 0 ? Redacted.Value : v, new C.Keep(0));

        Assert.Contains("redacted values", Assert.Throws<InvalidDataException>(() => DurableLog.SnapshotOf(new Counter(), folder["c.jsonl"])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Merged_run_with_hidden_values_is_accepted_or_inconclusive(bool isMonotone)
    {
        var ring = new Ring(2);
        using (var log = AuditLog<E>.Create(folder["n1.jsonl"], new() { Redact = v => v is Node { Index: 0 } ? Redacted.Value : v }))
        {
            using var monitor = PermissionMonitor.Start(new RingSystem(ring).Component(new(1)), new() { Audit = log });
            monitor.TryDo(new E.Receive(new(0)));
        }

        var receiver = RecordedLog.Read<Node, E>(new(1), [folder["n1.jsonl"]]);
        RecordedEvent<Node, E> Sender(int i, E e) => new(new(0), i, default, e, IsCertain: true);
        var silent = new RecordedLog<Node, E>(new(0), [Sender(1, new E.Setup())]);
        var sender = silent with { Events = [.. silent.Events, Sender(2, new E.Send(ring.AddressOf(new(1)), new(0)))] };

        Assert.Equal("1 #1 Receive(redacted)", Assert.Single(receiver.Events).ToString());
        Assert.IsType<RunVerdict<RingSystem.Event>.Accepted>(RunCheck.Of(new RingSystem(ring), isMonotone).Check([sender, receiver]));
        Assert.Equal(
            ["values of 1 are redacted, and only those that occur were tried for them"],
            Assert.IsType<RunVerdict<RingSystem.Event>.Inconclusive>(RunCheck.Of(new RingSystem(ring), isMonotone).Check([silent, receiver])).Doubts);
    }

    private LogVerdict<C> Check() => LogCheck.Of(new Counter()).Check(RecordedLog.Read<int, C>(1, AuditFiles.Of(folder["c.jsonl"])));

    private void Change(string from, string to) =>
        File.WriteAllText(folder["c.jsonl"], File.ReadAllText(folder["c.jsonl"]).Replace(from, to, StringComparison.Ordinal));

    private void Record(Func<object, object?> redact, params C[] events)
    {
        using var log = AuditLog<C>.Create(folder["c.jsonl"], new() { Redact = redact, LargestFile = 400 });
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Audit = log });
        foreach (var e in events) Assert.True(monitor.TryDo(e));
    }
}
