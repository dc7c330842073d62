using System.Threading.Channels;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Health;
using Igloo.Monitoring.Messages;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Runs;
using Igloo.Monitoring.Streams;
using Igloo.Monitoring.Tests.Models;
using Igloo.Monitoring.Tests.Streams;
using Igloo.Values;
using E = Igloo.Monitoring.Tests.Models.Counter.Event;

namespace Igloo.Monitoring.Tests.Auditing;

/// <summary>What happens when an event cannot be recorded.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly SmallDisk disk = new();
    private readonly List<MonitorReport> reports = [];

    public void Dispose() => disk.Dispose();

    [Fact]
    public void Device_that_is_full_refuses_the_start()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        using var log = new AuditLog<E>(new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0));

        Assert.Throws<IOException>(() => PermissionMonitor.Start(new Counter(), new() { Audit = log }));
    }

    [Fact]
    public void Output_that_cannot_be_recorded_is_not_permitted_and_changes_nothing()
    {
        using var monitor = Start(AuditFailurePolicy.Refuse);
        disk.IsFull = true;

        Assert.Throws<IOException>(() => monitor.Begin(new E.Keep(0)));
        Assert.Throws<IOException>(() => monitor.Begin(new E.Lose(0)));
        Assert.Throws<IOException>(() => monitor.Perform(new E.Jump(9)));

        Assert.Equal(new Counter.State(0, 0), monitor.State);
        Assert.False(Assert.IsType<MonitorReport.AuditFailure>(Assert.Single(reports)).IsLost);
    }

    [Fact]
    public void Input_that_cannot_be_recorded_is_not_handed_over_and_keeps_its_permission()
    {
        using var monitor = Start(AuditFailurePolicy.Refuse);
        var call = monitor.Begin(new E.Take(0));
        disk.IsFull = true;

        Assert.Throws<IOException>(() => monitor.Deliver(call, new E.Take(5)));
        Assert.Equal(new Counter.State(0, 0), monitor.State);
        disk.IsFull = false;
        Assert.False(monitor.TryDo(new E.Jump(3)));
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(call, new E.Take(5)));
    }

    [Fact]
    public async Task Message_that_cannot_be_recorded_is_kept_for_the_next_receive_of_a_channel()
    {
        using var log = new AuditLog<Dialogue.Event>(disk);
        using var monitor = PermissionMonitor.Start(new Dialogue(), new() { Audit = log });
        var incoming = Channel.CreateUnbounded<Dialogue.Event>();
        using var port = monitor.Over(new ChannelPort<Dialogue.Event>("channels", incoming.Reader, Channel.CreateUnbounded<Dialogue.Event>().Writer));
        foreach (var word in (string[])["one", "two"]) incoming.Writer.TryWrite(new Dialogue.Event.Hear(word));
        incoming.Writer.Complete();
        disk.IsFull = true;

        await Assert.ThrowsAsync<IOException>(async () => await port.ReceiveAsync<Dialogue.Event.Hear>(TestContext.Current.CancellationToken));
        disk.IsFull = false;

        Assert.Equal("one", (await port.ReceiveAsync<Dialogue.Event.Hear>(TestContext.Current.CancellationToken))!.Word);
        Assert.Equal("two", (await port.ReceiveAsync<Dialogue.Event.Hear>(TestContext.Current.CancellationToken))!.Word);
    }

    [Fact]
    public async Task Frame_that_cannot_be_recorded_is_kept_for_the_next_read_of_a_stream()
    {
        using var log = new AuditLog<Dialogue.Event>(disk);
        await using var wire = new Wire().PeerSends(Dialogues.Words("one", "two")).PeerEnds();
        await using var stream = Dialogues.Start(new() { Audit = log }).Wrap(wire, Dialogues.Protocol);
        var read = new byte[14];
        disk.IsFull = true;

        await Assert.ThrowsAsync<IOException>(async () => await stream.ReadExactlyAsync(read, TestContext.Current.CancellationToken));
        disk.IsFull = false;
        await stream.ReadExactlyAsync(read, TestContext.Current.CancellationToken);

        Assert.Equal(Dialogues.Words("one", "two"), read);
        Assert.Equal(Seq<string>.Of("one", "two"), stream.Monitor.State.Heard);
    }

    [Fact]
    public void Log_goes_on_without_a_gap_once_there_is_room_again()
    {
        using (var monitor = Start(AuditFailurePolicy.Refuse))
        {
            Assert.True(monitor.TryDo(new E.Keep(0)));
            var call = monitor.Begin(new E.Keep(1));
            disk.IsFull = true;
            monitor.Succeed(call);
            Assert.Throws<IOException>(() => monitor.Begin(new E.Keep(2)));
            disk.IsFull = false;
            Assert.True(monitor.TryDo(new E.Keep(2)));
        }

        Assert.IsType<LogVerdict<E>.Accepted>(LogCheck.Of(new Counter()).Check(AuditLogReader.Read<E>(new MemoryStream(disk.Bytes))));
    }

    [Fact]
    public void Component_goes_on_without_its_log_where_the_policy_says_so()
    {
        using var monitor = Start(AuditFailurePolicy.Continue);
        disk.IsFull = true;

        Assert.True(monitor.TryDo(new E.Keep(0)));
        disk.IsFull = false;
        Assert.True(monitor.TryDo(new E.Keep(1)));

        Assert.True(monitor.Health is { IsAuditLost: true, Status: MonitorStatus.Following });
        Assert.True(Assert.IsType<MonitorReport.AuditFailure>(Assert.Single(reports)).IsLost);
        Assert.Equal([AuditKind.Start], AuditLogReader.Read<E>(new MemoryStream(disk.Bytes)).Select(e => e.Kind));
    }

    [Fact]
    public void Nothing_is_written_after_a_torn_line_that_cannot_be_taken_back()
    {
        using var log = new AuditLog<E>(disk);
        log.Record(new(0, default, AuditKind.Start));
        (disk.IsFull, disk.IsStuck) = (true, true);
        Assert.Throws<IOException>(() => log.Record(new(1, default, AuditKind.Stop)));
        disk.IsFull = false;

        Assert.Throws<IOException>(() => log.Record(new(1, default, AuditKind.Stop)));
        Assert.Single(AuditLogReader.Read<E>(new MemoryStream(disk.Bytes)));
    }

    [Fact]
    public void Anchor_that_cannot_be_recorded_is_none()
    {
        using var log = new AuditLog<E>(disk);
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Audit = log, Policy = ViolationPolicy.Observe, Anchor = e => e is E.Jump ? new Counter.State(100, 0) : null });
        Assert.True(monitor.TryDo(new E.Keep(7)));
        disk.IsFull = true;

        Assert.Throws<IOException>(() => monitor.Perform(new E.Jump(100)));

        Assert.Equal(MonitorStatus.Diverged, monitor.Health.Status);
        Assert.Equal(new Counter.State(0, 0), monitor.State);
        disk.IsFull = false;
    }

    [Fact]
    public void Output_that_cannot_be_recorded_leaves_no_doubt_that_would_stop_the_component()
    {
        using var log = new AuditLog<Calls.End.Event>(disk);
        using var monitor = PermissionMonitor.Start(new Calls.End(), new() { Audit = log, MostOutcomes = 2 });
        monitor.Fail(monitor.Begin(new Calls.End.Event.Say(1)));
        disk.IsFull = true;

        Assert.Throws<IOException>(() => monitor.Begin(new Calls.End.Event.Say(2)));

        disk.IsFull = false;
        Assert.Equal(MonitorStatus.Following, monitor.Health.Status);
        monitor.Perform(new Calls.End.Event.HangUp());
    }

    private PermissionMonitor<Counter.State, E> Start(AuditFailurePolicy policy) =>
        PermissionMonitor.Start(new Counter(), new() { Audit = new AuditLog<E>(disk), OnAuditFailure = policy, Log = reports.Add });

    /// <summary>A stream that takes half a line when it is full.</summary>
    private sealed class SmallDisk : MemoryStream
    {
        public bool IsFull { get; set; }

        public bool IsStuck { get; set; }

        public byte[] Bytes => ToArray();

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (!IsFull)
            {
                base.Write(buffer);
                return;
            }

            base.Write(buffer[..(buffer.Length / 2)]);
            throw new IOException("No space left on device");
        }

        public override void SetLength(long value)
        {
            if (IsStuck) throw new IOException("Read-only file system");
            base.SetLength(value);
        }
    }
}
