using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Streams;
using Igloo.Monitoring.Tests.Models;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Streams;

/// <summary>Synchronous reads and writes are those of the inner stream, on the caller's thread: they need no thread of the pool to end.</summary>
public sealed class SynchronousTests : IDisposable
{
    private readonly Wire wire = new() { IsSynchronous = true };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => wire.Dispose();

    [Fact]
    public void Calls_reach_the_inner_stream_synchronously_and_on_the_thread_of_the_caller()
    {
        wire.PeerSends(Dialogues.Words("one"));
        using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);
        var buffer = new byte[16];

        stream.Write(Dialogues.Says(0, 1));
        stream.Flush();
        var count = stream.Read(buffer);

        Assert.Equal(Dialogues.Says(0, 1), wire.Written);
        Assert.Equal(Dialogues.Words("one"), buffer[..count]);
        Assert.Equal(Seq<string>.Of("one"), stream.Monitor.State.Heard);
        Assert.All(wire.Threads, thread => Assert.Equal(Environment.CurrentManagedThreadId, thread));
    }

    [Fact]
    public void Bytes_reach_the_wire_in_whole_frames_however_they_are_split()
    {
        using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);

        foreach (var b in Dialogues.Says(0, 1)) stream.WriteByte(b);

        Assert.Equal([Dialogues.Says(0), Dialogues.Says(1)], wire.Writes);
    }

    [Fact]
    public void Refused_frame_never_leaves_and_ends_the_writes()
    {
        using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);

        Assert.Throws<PermissionViolationException>(() => stream.Write(Dialogues.Says(0, 5)));

        Assert.Equal(Dialogues.Says(0), wire.Written);
        Assert.Throws<IOException>(() => stream.Write(Dialogues.Says(1)));
    }

    [Fact]
    public void Write_that_leaves_in_part_has_the_outcome_of_its_contract_and_ends_the_writes()
    {
        wire.Capacity = 3;
        var log = new Lines();
        using var stream = Dialogues.Start(new() { Audit = log }).Wrap(wire, Dialogues.Protocol);

        Assert.Throws<IOException>(() => stream.Write(Dialogues.Says(0, 1)));

        Assert.Equal([AuditKind.Intent, AuditKind.Intent, AuditKind.Unknown, AuditKind.Unknown], log.Kinds);
        Assert.Throws<IOException>(() => stream.Write(Dialogues.Says(2)));
    }

    [Fact]
    public void Read_that_times_out_is_no_event_and_keeps_its_permission()
    {
        wire.TimeoutsLeft = 1;
        wire.PeerSends(Dialogues.Words("one"));
        using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);

        Assert.Throws<IOException>(() => stream.Read(new byte[16]));

        Assert.True(stream.Monitor.State.Heard.IsEmpty);
        Assert.Equal(7, stream.Read(new byte[16]));
    }

    [Fact]
    public void Read_that_is_not_permitted_does_not_touch_the_inner_stream()
    {
        using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);
        stream.Monitor.Perform(new Dialogue.Event.Skip(100));

        Assert.Throws<PermissionViolationException>(() => stream.Read(new byte[16]));

        Assert.Equal(0, wire.Reads);
    }

    [Fact]
    public void Write_that_waits_for_its_turn_goes_on_by_its_own_thread()
    {
        var gate = new TaskCompletionSource();
        wire.Stalled = gate.Task;
        using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);
        var first = Started(() => stream.Write(Dialogues.Says(0)));
        SpinWait.SpinUntil(() => wire.Writes.Count == 1);
        var second = Started(() => stream.Write(Dialogues.Says(1)));
        Assert.True(SpinWait.SpinUntil(() => second.ThreadState.HasFlag(ThreadState.WaitSleepJoin), 10_000));

        gate.SetResult();
        first.Join();
        second.Join();

        Assert.Equal(Dialogues.Says(0, 1), wire.Written);
        Assert.Equal([first.ManagedThreadId, second.ManagedThreadId], wire.Threads);
    }

    [Fact]
    public async Task Synchronous_and_asynchronous_writes_leave_in_the_order_in_which_they_were_asked_for()
    {
        using var both = new Wire();
        var gate = new TaskCompletionSource();
        both.Stalled = gate.Task;
        await using var stream = Dialogues.Start().Wrap(both, Dialogues.Protocol);

        var first = stream.WriteAsync(Dialogues.Says(0), Cancellation).AsTask();
        var second = Started(() => stream.Write(Dialogues.Says(1)));
        Assert.True(SpinWait.SpinUntil(() => second.ThreadState.HasFlag(ThreadState.WaitSleepJoin), 10_000));
        var third = stream.WriteAsync(Dialogues.Says(2), Cancellation).AsTask();
        gate.SetResult();
        await Task.WhenAll(first, third);
        second.Join();

        Assert.Equal(Dialogues.Says(0, 1, 2), both.Written);
    }

    [Fact]
    public void Write_that_waits_for_its_turn_ends_when_the_stream_is_disposed_of()
    {
        var gate = new TaskCompletionSource();
        wire.Stalled = gate.Task;
        var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);
        Exception? failure = null;
        var first = Started(() => stream.Write(Dialogues.Says(0)));
        SpinWait.SpinUntil(() => wire.Writes.Count == 1);
        var second = Started(() => failure = Record.Exception(() => stream.Write(Dialogues.Says(1))));
        Assert.True(SpinWait.SpinUntil(() => second.ThreadState.HasFlag(ThreadState.WaitSleepJoin), 10_000));

        stream.Dispose();
        gate.SetResult();
        first.Join();
        second.Join();

        Assert.IsType<ObjectDisposedException>(failure);
        Assert.Equal(Dialogues.Says(0), wire.Written);
    }

    [Fact]
    public void Thread_that_is_interrupted_while_it_waits_for_its_turn_leaves_it_to_the_next()
    {
        var gate = new TaskCompletionSource();
        wire.Stalled = gate.Task;
        using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);
        Exception? failure = null;
        var first = Started(() => stream.Write(Dialogues.Says(0)));
        SpinWait.SpinUntil(() => wire.Writes.Count == 1);
        var second = Started(() => failure = Record.Exception(() => stream.Write(Dialogues.Says(1))));
        Assert.True(SpinWait.SpinUntil(() => second.ThreadState.HasFlag(ThreadState.WaitSleepJoin), 10_000));

        second.Interrupt();
        second.Join();
        gate.SetResult();
        first.Join();
        stream.Write(Dialogues.Says(1));

        Assert.IsType<ThreadInterruptedException>(failure);
        Assert.Equal(Dialogues.Says(0, 1), wire.Written);
    }

    private static Thread Started(ThreadStart action)
    {
        var thread = new Thread(action) { IsBackground = true };
        thread.Start();
        return thread;
    }

    private sealed class Lines : IAuditSink<Dialogue.Event>
    {
        private readonly List<AuditKind> kinds = [];

        public IEnumerable<AuditKind> Kinds => kinds.Where(k => k is not AuditKind.Start);

        public void Record(in AuditEntry<Dialogue.Event> entry) => kinds.Add(entry.Kind);
    }
}
