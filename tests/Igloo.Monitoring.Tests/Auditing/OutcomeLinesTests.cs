using System.Collections.Immutable;
using System.Text;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Recovery;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.Counter.Event;

namespace Igloo.Monitoring.Tests.Auditing;

/// <summary>Which lines a monitor writes about what it did not decide: failures, ends, and what was only observed.</summary>
public sealed class OutcomeLinesTests : IDisposable
{
    private readonly MemoryStream recorded = new();

    public void Dispose() => recorded.Dispose();

    [Fact]
    public void Lost_output_is_done()
    {
        using (var monitor = Start()) monitor.Fail(monitor.Begin(new E.Lose(0)));

        Assert.Equal([AuditKind.Start, AuditKind.Intent, AuditKind.Done, AuditKind.Stop], Kinds<E>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Outcome_after_the_end_is_not_recorded(bool hasSucceeded)
    {
        var monitor = Start();
        var call = monitor.Begin(new E.Doubt(0));
        monitor.Dispose();

        if (hasSucceeded) monitor.Succeed(call);
        else monitor.Fail(call);

        Assert.Equal([AuditKind.Start, AuditKind.Intent, AuditKind.Stop], Kinds<E>());
    }

    [Fact]
    public void Observed_input_is_a_violation_when_it_is_asked_for_and_observed_when_it_comes()
    {
        using (var monitor = PermissionMonitor.Start(new Window(), new() { Audit = new AuditLog<Window.Event>(recorded), Policy = ViolationPolicy.Observe }))
        {
            monitor.Deliver(monitor.Begin(new Window.Event.Receive(0)), new Window.Event.Receive(7));
        }

        Assert.Equal([AuditKind.Start, AuditKind.Violation, AuditKind.Observed, AuditKind.Stop], Kinds<Window.Event>());
    }

    [Fact]
    public void Anchor_is_followed_by_the_state_that_it_fixes()
    {
        using (var monitor = PermissionMonitor.Start(
            new Counter(), new() { Audit = new AuditLog<E>(recorded), Policy = ViolationPolicy.Observe, Anchor = e => e is E.Jump(var to) ? new Counter.State(to, 1) : null }))
        {
            Assert.True(monitor.TryDo(new E.Keep(7)));
            monitor.Perform(new E.Jump(100));
        }

        Assert.Equal([AuditKind.Start, AuditKind.Observed, AuditKind.Internal, AuditKind.State, AuditKind.Stop], Kinds<E>().Where(k => k != AuditKind.Done));
        Assert.Equal(new Counter.State(100, 1), Entries<E>().Single(e => e.Kind == AuditKind.State).State!.KnowledgeOf<Counter.State>().Representative);
    }

    [Fact]
    public void Log_whose_first_line_is_a_later_start_is_damaged()
    {
        var line = "{\"seq\":5,\"at\":\"2020-01-01T00:00:00Z\",\"kind\":\"start\",\"text\":\"x\"}\n";

        Assert.Throws<InvalidDataException>(() => AuditLogReader.Read<E>(new MemoryStream(Encoding.UTF8.GetBytes(line))));
    }

    [Fact]
    public void Snapshot_says_that_states_were_left_out()
    {
        var monitor = PermissionMonitor.Start(new Ladder(), new() { Automatic = Ladder.Hidden, LargestClosure = 5 });

        var stored = monitor.Snapshot().ToJson();

        Assert.Contains("\"isCut\":true", stored, StringComparison.Ordinal);
        Assert.Equal(stored, MonitorSnapshot.Parse(stored).ToJson());
    }

    [Fact]
    public void Log_of_an_output_that_may_have_left_before_the_component_stopped_is_one_of_a_stopped_component()
    {
        using (var monitor = Start()) monitor.Fail(monitor.Begin(new E.Stop(0)));

        Assert.True(DurableLog.SnapshotOf(new Counter(), Entries<E>()).IsStopped);
    }

    [Fact]
    public void File_that_cannot_be_begun_is_not_tried_again_before_the_old_one_has_grown()
    {
        using var folder = new Folder();
        using var log = AuditLog<E>.Create(folder["n.jsonl"], new() { LargestFile = 1 });
        log.Record(new(0, default, AuditKind.Start));
        Assert.True(log.WantsState);
        Directory.CreateDirectory(folder["n.1.jsonl"]);

        Assert.Throws<IOException>(() => log.Record(new(1, default, AuditKind.State, State: PermissionMonitor.Start(new Counter()).Snapshot())));
        Assert.False(log.WantsState);
        log.Record(new(1, default, AuditKind.Stop));

        Assert.Equal(2, AuditLogReader.Read<E>(folder["n.jsonl"]).Length);
        Assert.True(log.WantsState);
    }

    private PermissionMonitor<Counter.State, E> Start() => PermissionMonitor.Start(new Counter(), new() { Audit = new AuditLog<E>(recorded) });

    private ImmutableArray<AuditEntry<TEvent>> Entries<TEvent>()
        where TEvent : class => AuditLogReader.Read<TEvent>(new MemoryStream(recorded.ToArray()));

    private IEnumerable<AuditKind> Kinds<TEvent>()
        where TEvent : class => Entries<TEvent>().Select(e => e.Kind);
}
