using Igloo.Components;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Policies;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Streams;
using Igloo.Monitoring.Tests.Models;

namespace Igloo.Monitoring.Tests.Streams;

/// <summary>A program that writes several frames at once.</summary>
public sealed class CoalescingTests : IDisposable
{
    private readonly Wire wire = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Permitted_frames_of_one_write_leave_together()
    {
        await using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);

        await stream.WriteAsync(Dialogues.Says(0, 1, 2, 3), Cancellation);

        Assert.Equal(Dialogues.Says(0, 1, 2, 3), Assert.Single(wire.Writes));
        Assert.Equal(4, stream.Monitor.State.Next);
    }

    [Fact]
    public async Task Frames_that_a_write_completes_leave_together()
    {
        await using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);

        await stream.WriteAsync("0"u8.ToArray(), Cancellation);
        await stream.WriteAsync("\n1\n2\n3"u8.ToArray(), Cancellation);

        Assert.Equal(Dialogues.Says(0, 1, 2), Assert.Single(wire.Writes));
    }

    [Fact]
    public async Task Frames_before_a_refused_one_leave_together_and_the_refused_one_never()
    {
        await using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);

        await Assert.ThrowsAsync<PermissionViolationException>(async () => await stream.WriteAsync(Dialogues.Says(0, 1, 7, 2), Cancellation));

        Assert.Equal(Dialogues.Says(0, 1), Assert.Single(wire.Writes));
    }

    [Fact]
    public async Task More_frames_than_are_kept_in_flight_leave_in_several_writes()
    {
        var numbers = Enumerable.Range(0, 3_000).ToArray();
        await using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);

        await stream.WriteAsync(Dialogues.Says(numbers), Cancellation);

        Assert.Equal(Dialogues.Says(numbers), wire.Written);
        Assert.Equal(3, wire.Writes.Count);
    }

    [Fact]
    public async Task Every_frame_of_a_failed_write_has_an_unknown_outcome()
    {
        var log = new Lines();
        wire.Capacity = 3;
        await using var stream = Dialogues.Start(new() { Audit = log }).Wrap(wire, Dialogues.Protocol);

        await Assert.ThrowsAsync<IOException>(async () => await stream.WriteAsync(Dialogues.Says(0, 1), Cancellation));

        Assert.Equal([AuditKind.Intent, AuditKind.Intent, AuditKind.Unknown, AuditKind.Unknown], log.Kinds);
        Assert.Equal(ViolationKind.Stopped, Assert.Throws<PermissionViolationException>(() => stream.Monitor.Begin(new Dialogue.Event.Say(2))).Violation.Kind);
    }

    [Fact]
    public async Task Frame_whose_permission_depends_on_the_outcome_of_another_waits_for_it()
    {
        await using var stream = PermissionMonitor.Start(new Counting()).Wrap(wire, Counting.Protocol);

        await stream.WriteAsync(Dialogues.Says(0, 1, 2), Cancellation);

        Assert.Equal([Dialogues.Says(0), Dialogues.Says(1), Dialogues.Says(2)], wire.Writes);
        Assert.Equal(3, stream.Monitor.State.Next);
    }

    [Fact]
    public async Task Frame_after_one_that_failed_does_not_leave_where_its_permission_depends_on_the_outcome()
    {
        wire.Capacity = 2;
        await using var stream = PermissionMonitor.Start(new Counting()).Wrap(wire, Counting.Protocol);

        await Assert.ThrowsAsync<IOException>(async () => await stream.WriteAsync(Dialogues.Says(0, 1, 2), Cancellation));

        Assert.Equal(Dialogues.Says(0), wire.Written);
        Assert.Equal(2, stream.Monitor.Health.PossibleStates);
    }

    [Fact]
    public async Task Frames_that_are_dropped_are_left_out_and_those_around_them_leave()
    {
        await using var stream = Dialogues.Start(new() { Policy = Dropping }).Wrap(wire, Dialogues.Protocol);

        await stream.WriteAsync(Dialogues.Says(9, 0, 1, 9, 9, 2, 3), Cancellation);

        Assert.Equal([Dialogues.Says(0, 1), Dialogues.Says(2, 3)], wire.Writes);
    }

    [Fact]
    public async Task Junk_and_what_follows_never_leaves_where_what_is_not_permitted_is_dropped()
    {
        await using var stream = Dialogues.Start(new() { Policy = Dropping with { Default = ViolationPolicy.Drop } }).Wrap(wire, Dialogues.Protocol);

        await stream.WriteAsync("0\nhello\n1\n"u8.ToArray(), Cancellation);
        await stream.WriteAsync(Dialogues.Says(1), Cancellation);

        Assert.Equal(Dialogues.Says(0), wire.Written);
    }

    [Fact]
    public async Task Refused_frame_behind_one_that_leaves_is_one_violation()
    {
        await using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);

        await Assert.ThrowsAsync<PermissionViolationException>(async () => await stream.WriteAsync(Dialogues.Says(0, 5), Cancellation));

        Assert.Equal(Dialogues.Says(0), wire.Written);
        Assert.Equal(1, Assert.Single(stream.Monitor.Health.Causes).Times);
    }

    [Fact]
    public async Task Write_that_is_cancelled_between_two_frames_leaves_the_second_out()
    {
        using var ending = new CancellationTokenSource();
        var released = new TaskCompletionSource();
        (wire.Stalled, wire.IgnoresCancellation) = (released.Task, true);
        await using var stream = PermissionMonitor.Start(new Counting()).Wrap(wire, Counting.Protocol);
        var writing = stream.WriteAsync(Dialogues.Says(0, 1), ending.Token).AsTask();
        await ending.CancelAsync();
        released.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);

        Assert.Equal(Dialogues.Says(0), wire.Written);
        Assert.Equal(1, stream.Monitor.State.Next);
    }

    [Fact]
    public async Task Operation_that_claims_that_a_failed_send_is_undone_is_rejected_on_a_connection()
    {
        var protocol = StreamProtocol.Of<Dialogue.Event, Dialogue.Event.Whisper, string, Dialogue.Event.Hear, string>(
            new Codecs.LineCodec<string>(new Codecs.Utf8Payload(), 8), _ => new(0), _ => "", new Codecs.LineCodec<string>(new Codecs.Utf8Payload(), 8), w => new(w));
        await using var connection = Dialogues.Start().Over(wire, protocol);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await connection.SendAsync(new Dialogue.Event.Whisper(0), Cancellation));

        Assert.Empty(wire.Written);
    }

    [Fact]
    public async Task Sent_event_does_not_stay_in_the_buffer_of_the_stream()
    {
        await using var connection = Dialogues.Start().Over(new BufferedStream(wire), Dialogues.Protocol);

        await connection.SendAsync(new Dialogue.Event.Say(0), Cancellation);

        Assert.Equal(Dialogues.Says(0), wire.Written);
    }

    [Fact]
    public async Task Message_that_the_program_failed_to_take_over_is_the_last()
    {
        await using var connection = Dialogues.Start().Over(wire.PeerSends(Dialogues.Words("one", "two")), Dialogues.Protocol);

        await Assert.ThrowsAsync<NotSupportedException>(async () => await connection.ReceiveAsync<Dialogue.Event.Hear>(_ => throw new NotSupportedException(), Cancellation));

        await Assert.ThrowsAsync<IOException>(async () => await connection.ReceiveAsync<Dialogue.Event.Hear>(Cancellation));
        Assert.Equal("one", Assert.Single(connection.State.Heard));
        connection.Perform(new Dialogue.Event.Skip(100));
    }

    public void Dispose() => wire.Dispose();

    private static MonitorPolicies Dropping { get; } = new MonitorPolicies().With<Dialogue.Event.Say>(ViolationPolicy.Drop)
        .With<Dialogue.Event.Hear>(ViolationPolicy.Enforce).With<Dialogue.Event.Skip>(ViolationPolicy.Enforce);

    /// <summary>Says the numbers from 0 on; whether one has left is not known while it is on its way.</summary>
    private sealed class Counting : Component<Counting.State, Counting.Event>
    {
        public static StreamProtocol<Event> Protocol { get; } = StreamProtocol.Of<Event, Event.Say, string, Event.Hear, string>(
            new LineCodec<string>(new Utf8Payload(), 8), text => new(text[0] - '0'), say => $"{say.N}", new LineCodec<string>(new Utf8Payload(), 8), _ => new(0));

        public sealed record State(int Next);

        public abstract record Event
        {
            [Io<Operations.Uncertain>]
            public sealed record Say(int N) : Event;

            [Io<Operations.Take>]
            public sealed record Hear([Input] int N) : Event;
        }

        public override State Initial => new(0);

        public override State? Next(State s, Event e) => e switch
        {
            Event.Say(var n) when n == s.Next => new(n + 1),
            Event.Hear => s,
            _ => null,
        };
    }

    private sealed class Lines : IAuditSink<Dialogue.Event>
    {
        private readonly List<AuditKind> kinds = [];

        public IEnumerable<AuditKind> Kinds => kinds.Where(k => k is not AuditKind.Start);

        public void Record(in AuditEntry<Dialogue.Event> entry) => kinds.Add(entry.Kind);
    }
}
