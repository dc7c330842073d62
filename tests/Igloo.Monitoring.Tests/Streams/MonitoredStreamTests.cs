using Igloo.Monitoring.Messages;
using Igloo.Monitoring.Policies;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Streams;
using Igloo.Monitoring.Tests.Models;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Streams;

/// <summary>A program that deals in bytes, on a stream.</summary>
public sealed class MonitoredStreamTests : IDisposable
{
    private readonly Wire wire = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Frames_leave_whole_however_the_program_splits_its_bytes()
    {
        var bytes = Dialogues.Says(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        for (var size = 1; size <= bytes.Length; size++)
        {
            var own = new Wire();
            await using var stream = Dialogues.Start().Wrap(own, Dialogues.Protocol);
            foreach (var piece in bytes.Chunk(size))
            {
                await stream.WriteAsync(piece, Cancellation);
                Assert.True(own.Written is [] or [.., (byte)'\n'], $"a part of a frame left in pieces of {size}");
            }

            Assert.Equal(bytes, own.Written);
            Assert.Equal(12, stream.Monitor.State.Next);
        }
    }

    [Fact]
    public async Task Refused_frame_and_what_follows_never_leave_however_the_program_splits_its_bytes()
    {
        var bytes = Dialogues.Says(0, 1, 7, 2, 3);
        for (var first = 0; first <= bytes.Length; first++)
        {
            for (var second = first; second <= bytes.Length; second++)
            {
                var own = new Wire();
                await using var stream = Dialogues.Start().Wrap(own, Dialogues.Protocol);
                var failures = new List<Exception>();
                foreach (var piece in new[] { bytes[..first], bytes[first..second], bytes[second..] })
                {
                    if (await Record.ExceptionAsync(async () => await stream.WriteAsync(piece, Cancellation)) is { } failure) failures.Add(failure);
                }

                Assert.Equal(ViolationKind.NotPermitted, Assert.IsType<PermissionViolationException>(failures[0]).Violation.Kind);
                Assert.All(failures.Skip(1), f => Assert.IsType<IOException>(f));
                Assert.Equal(Dialogues.Says(0, 1), own.Written);
                Assert.Equal(2, stream.Monitor.State.Next);
            }
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_frame_never_leave()
    {
        await using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);

        var refusal = await Assert.ThrowsAsync<PermissionViolationException>(async () => await stream.WriteAsync("0\nhello\n1\n"u8.ToArray(), Cancellation));

        Assert.Equal(ViolationKind.NoEvent, refusal.Violation.Kind);
        Assert.Equal(Dialogues.Says(0), wire.Written);
    }

    [Theory]
    [InlineData(ViolationPolicy.Drop, ViolationPolicy.Drop)]
    [InlineData(ViolationPolicy.Drop, ViolationPolicy.Observe)]
    [InlineData(ViolationPolicy.Observe, ViolationPolicy.Drop)]
    public async Task Bytes_that_are_no_frame_are_dropped_with_what_follows_where_a_policy_drops(ViolationPolicy bytes, ViolationPolicy say)
    {
        var policies = new MonitorPolicies(bytes).With<Dialogue.Event.Say>(say).With<Dialogue.Event.Hear>(ViolationPolicy.Enforce).With<Dialogue.Event.Skip>(ViolationPolicy.Enforce);
        await using var stream = Dialogues.Start(new() { Policy = policies }).Wrap(wire, Dialogues.Protocol);

        await stream.WriteAsync("0\nhello\n1\n"u8.ToArray(), Cancellation);
        await stream.WriteAsync("1\n"u8.ToArray(), Cancellation);

        Assert.Equal(Dialogues.Says(0), wire.Written);
        Assert.Equal(1, Assert.Single(stream.Monitor.Health.Causes, c => c.Kind == ViolationKind.NoEvent).Times);
    }

    [Fact]
    public async Task Bytes_that_are_no_frame_never_leave_where_the_frames_of_the_stream_are_enforced()
    {
        var policies = new MonitorPolicies(ViolationPolicy.Observe).With<Dialogue.Event.Say>(ViolationPolicy.Enforce);
        await using var stream = Dialogues.Start(new() { Policy = policies }).Wrap(wire, Dialogues.Protocol);

        await Assert.ThrowsAsync<PermissionViolationException>(async () => await stream.WriteAsync("0\nhello\n7\n"u8.ToArray(), Cancellation));

        Assert.Equal(Dialogues.Says(0), wire.Written);
    }

    [Fact]
    public async Task Frame_without_end_is_refused_at_the_longest_length()
    {
        await using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);
        for (var i = 0; i < 7; i++) await stream.WriteAsync("1"u8.ToArray(), Cancellation);

        await Assert.ThrowsAsync<PermissionViolationException>(async () => await stream.WriteAsync("1"u8.ToArray(), Cancellation));

        Assert.Empty(wire.Written);
    }

    [Fact]
    public async Task Incomplete_frame_is_dropped_at_disposal()
    {
        var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);
        await stream.WriteAsync("0\n1"u8.ToArray(), Cancellation);
        await stream.FlushAsync(Cancellation);
        await stream.DisposeAsync();

        Assert.Equal(Dialogues.Says(0), wire.Written);
    }

    [Fact]
    public async Task Bytes_reach_the_program_after_their_event_however_the_peer_splits_them()
    {
        var bytes = Dialogues.Words("one", "two", "", "three");
        for (var size = 1; size <= bytes.Length; size++)
        {
            var own = new Wire().PeerSends([.. bytes.Chunk(size)]).PeerEnds();
            await using var stream = Dialogues.Start().Wrap(own, Dialogues.Protocol);
            var heard = new List<int>();
            var read = new List<byte>();
            var buffer = new byte[3];
            for (int count; (count = await stream.ReadAsync(buffer, Cancellation)) > 0;)
            {
                read.AddRange(buffer[..count]);
                heard.Add(stream.Monitor.State.Heard.Sum(w => w.Length + 4));
                Assert.True(heard[^1] >= read.Count);
            }

            Assert.Equal(bytes, read);
            Assert.Equal(Seq<string>.Of("one", "two", "", "three"), stream.Monitor.State.Heard);
        }
    }

    [Fact]
    public async Task Read_without_permission_does_not_touch_the_wire()
    {
        await using var stream = Dialogues.Start().Wrap(wire.PeerSends(Dialogues.Words("one")), Dialogues.Protocol);
        stream.Monitor.Perform(new Dialogue.Event.Skip(100));

        await Assert.ThrowsAsync<PermissionViolationException>(async () => await Read(stream));

        Assert.Equal(0, wire.Reads);
    }

    [Theory]
    [InlineData("sesquipedalian", DropReason.IllTyped)]
    [InlineData("longer than sixteen", DropReason.Junk)]
    public async Task Input_that_cannot_be_passed_on_ends_the_stream(string word, DropReason reason)
    {
        var reports = new List<MonitorReport>();
        await using var stream = Dialogues.Start(new() { Log = reports.Add }).Wrap(wire.PeerSends(Dialogues.Words("one", word, "two")), Dialogues.Protocol);
        await stream.ReadExactlyAsync(new byte[7], Cancellation);

        await Assert.ThrowsAsync<RefusedInputException>(async () => await Read(stream));
        await Assert.ThrowsAsync<IOException>(async () => await Read(stream));

        Assert.Equal(reason, Assert.Single(reports) is MonitorReport.RefusedMessage junk ? junk.Reason : DropReason.IllTyped);
        Assert.Equal(Seq<string>.Of("one"), stream.Monitor.State.Heard);
    }

    [Fact]
    public async Task Bytes_go_on_unparsed_when_violations_are_only_observed()
    {
        var incoming = Dialogues.Words("one", "sesquipedalian", "two");
        await using var stream = Dialogues.Start(new() { Policy = ViolationPolicy.Observe }).Wrap(wire.PeerSends(incoming).PeerEnds(), Dialogues.Protocol);
        var read = new MemoryStream();
        await stream.CopyToAsync(read, Cancellation);
        foreach (var piece in "0\n7\nhel"u8.ToArray().Chunk(2)) await stream.WriteAsync(piece, Cancellation);
        await stream.WriteAsync("lo\n1\n"u8.ToArray(), Cancellation);

        Assert.Equal(incoming, read.ToArray());
        Assert.Equal("0\n7\nhello\n1\n"u8.ToArray(), wire.Written);
        Assert.Equal(ViolationKind.NotPermitted, stream.Monitor.FirstViolation!.Kind);
    }

    [Fact]
    public async Task End_inside_a_frame_is_an_error_and_not_an_end()
    {
        await using var stream = Dialogues.Start().Wrap(wire.PeerSends(Dialogues.Words("one"), [0, 0]).PeerEnds(), Dialogues.Protocol);
        await stream.ReadExactlyAsync(new byte[7], Cancellation);

        await Assert.ThrowsAsync<EndOfStreamException>(async () => await Read(stream));
    }

    [Fact]
    public async Task Cancelled_read_is_no_event_and_the_next_one_gets_the_message()
    {
        var word = Dialogues.Words("one");
        await using var stream = Dialogues.Start().Wrap(wire.PeerSends(word[..5]), Dialogues.Protocol);
        using var ending = new CancellationTokenSource();
        var reading = Read(stream, ending.Token).AsTask();
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);

        // The reservation has ended too.
        wire.PeerSends(word[5..]);
        Assert.Equal(7, await Read(stream));
        stream.Monitor.Perform(new Dialogue.Event.Skip(100));
    }

    [Fact]
    public async Task Read_in_flight_reserves_its_permission()
    {
        await using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);
        var reading = Read(stream).AsTask();

        Assert.Equal(ViolationKind.DisablesInput, Assert.Throws<PermissionViolationException>(() => stream.Monitor.Perform(new Dialogue.Event.Skip(100))).Violation.Kind);
        wire.PeerSends(Dialogues.Words("one"));
        await reading;
        stream.Monitor.Perform(new Dialogue.Event.Skip(100));
    }

    [Fact]
    public async Task Write_that_leaves_in_part_stops_the_component()
    {
        wire.Capacity = 3;
        await using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);

        await Assert.ThrowsAsync<IOException>(async () => await stream.WriteAsync(Dialogues.Says(0, 1), Cancellation));
        wire.Capacity = null;
        await Assert.ThrowsAsync<IOException>(async () => await stream.WriteAsync(Dialogues.Says(2), Cancellation));

        Assert.Equal("0\n1"u8.ToArray(), wire.Written);
        Assert.Equal(ViolationKind.Stopped, Assert.Throws<PermissionViolationException>(() => stream.Monitor.Begin(new Dialogue.Event.Say(2))).Violation.Kind);
    }

    [Fact]
    public async Task Write_that_is_cancelled_while_it_waits_for_the_wire_stops_the_component()
    {
        wire.Stalled = new TaskCompletionSource().Task;
        await using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);
        using var ending = new CancellationTokenSource();
        var writing = stream.WriteAsync(Dialogues.Says(0), ending.Token).AsTask();
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);

        Assert.Throws<PermissionViolationException>(() => stream.Monitor.Begin(new Dialogue.Event.Say(1)));
    }

    [Fact]
    public async Task Write_that_is_cancelled_before_it_begins_is_no_event()
    {
        await using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await stream.WriteAsync(Dialogues.Says(0), new CancellationToken(canceled: true)));
        await stream.WriteAsync(Dialogues.Says(0), Cancellation);

        Assert.Equal(Dialogues.Says(0), wire.Written);
    }

    [Fact]
    public async Task Stalled_peer_delays_no_send_of_another_stream()
    {
        var stall = new TaskCompletionSource();
        wire.Stalled = stall.Task;
        var other = new Wire();
        var monitor = Dialogues.Start();
        await using var stalled = monitor.Wrap(wire, Dialogues.Protocol);
        await using var free = monitor.Wrap(other, Dialogues.Protocol);
        var writing = stalled.WriteAsync(Dialogues.Says(0), Cancellation).AsTask();

        await free.WriteAsync(Dialogues.Says(1), Cancellation);

        Assert.False(writing.IsCompleted);
        Assert.Equal(Dialogues.Says(1), other.Written);
        stall.SetResult();
        await writing;
    }

    [Fact]
    public async Task Concurrent_writes_leave_one_after_the_other()
    {
        var stall = new TaskCompletionSource();
        wire.Stalled = stall.Task;
        await using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);
        var writes = Enumerable.Range(0, 20).Select(n => stream.WriteAsync(Dialogues.Says(n), Cancellation).AsTask()).ToArray();
        stall.SetResult();
        await Task.WhenAll(writes);

        Assert.Equal(Dialogues.Says([.. Enumerable.Range(0, 20)]), wire.Written);
    }

    [Fact]
    public async Task Disposal_ends_a_read_in_flight_and_every_later_call()
    {
        var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);
        var reading = Read(stream).AsTask();

        await stream.DisposeAsync();
        await stream.DisposeAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => reading);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Read(stream));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await stream.WriteAsync(Dialogues.Says(0), Cancellation));
        Assert.Empty(wire.Written);
    }

    [Fact]
    public async Task Operation_that_claims_that_a_failed_send_is_undone_is_rejected_on_a_stream()
    {
        var protocol = StreamProtocol.Of<Dialogue.Event, Dialogue.Event.Whisper, string, Dialogue.Event.Hear, string>(
            new Codecs.LineCodec<string>(new Codecs.Utf8Payload(), 8), _ => new(0), _ => "", new Codecs.LineCodec<string>(new Codecs.Utf8Payload(), 8), w => new(w));
        await using var stream = Dialogues.Start().Wrap(wire, protocol);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await stream.WriteAsync(Dialogues.Says(0), Cancellation));

        Assert.Empty(wire.Written);
    }

    [Fact]
    public void Blocking_calls_do_the_same()
    {
        using var stream = Dialogues.Start().Wrap(wire.PeerSends(Dialogues.Words("one")), Dialogues.Protocol);
        stream.Write(Dialogues.Says(0));
        stream.Flush();
        var buffer = new byte[9];

        Assert.Equal(7, stream.Read(buffer));
        Assert.Throws<PermissionViolationException>(() => stream.Write(Dialogues.Says(5)));
        Assert.Equal(Dialogues.Says(0), wire.Written);
    }

    public void Dispose() => wire.Dispose();

    private static ValueTask<int> Read(Stream stream, CancellationToken? cancellation = null) => stream.ReadAsync(new byte[9], cancellation ?? Cancellation);
}
