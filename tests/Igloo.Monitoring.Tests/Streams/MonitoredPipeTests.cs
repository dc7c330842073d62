using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.InteropServices;
using Igloo.Monitoring.Messages;
using Igloo.Monitoring.Policies;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Streams;
using Igloo.Monitoring.Tests.Models;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Streams;

/// <summary>Pipes under a monitor: the memory of the pipe, as far as it is recorded, and one write of what is permitted.</summary>
public sealed class MonitoredPipeTests
{
    private readonly Pipe toPeer = new();
    private readonly Pipe toProgram = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_gives_the_memory_of_the_pipe_itself()
    {
        var pipe = Wrap();
        var memory = toProgram.Writer.GetMemory(7);
        Dialogues.Words("one").CopyTo(memory);
        toProgram.Writer.Advance(7);
        await toProgram.Writer.FlushAsync(Cancellation);

        var read = await pipe.Input.ReadAsync(Cancellation);

        Assert.True(read.Buffer.IsSingleSegment);
        Assert.True(MemoryMarshal.TryGetArray(read.Buffer.First, out var given) && MemoryMarshal.TryGetArray<byte>(memory, out var own) && given.Array == own.Array && given.Offset == own.Offset);
    }

    [Fact]
    public async Task Read_gives_a_frame_when_the_one_before_was_examined()
    {
        var pipe = Wrap();
        await toProgram.Writer.WriteAsync(Dialogues.Words("one", "two"), Cancellation);

        var first = await pipe.Input.ReadAsync(Cancellation);
        Assert.Equal(Dialogues.Words("one"), first.Buffer.ToArray());
        Assert.Equal(Seq<string>.Of("one"), pipe.Monitor.State.Heard);
        pipe.Input.AdvanceTo(first.Buffer.GetPosition(2), first.Buffer.GetPosition(3));
        var again = await pipe.Input.ReadAsync(Cancellation);
        Assert.Equal(Dialogues.Words("one")[2..], again.Buffer.ToArray());
        Assert.Equal(Seq<string>.Of("one"), pipe.Monitor.State.Heard);
        pipe.Input.AdvanceTo(again.Buffer.Start, again.Buffer.End);
        var both = await pipe.Input.ReadAsync(Cancellation);

        Assert.Equal([.. Dialogues.Words("one")[2..], .. Dialogues.Words("two")], both.Buffer.ToArray());
        Assert.Equal(Seq<string>.Of("one", "two"), pipe.Monitor.State.Heard);
    }

    [Fact]
    public async Task Read_waits_until_the_frame_is_complete()
    {
        var pipe = Wrap();
        var frame = Dialogues.Words("one");
        await toProgram.Writer.WriteAsync(frame.AsMemory(0, 5), Cancellation);

        Assert.False(pipe.Input.TryRead(out _));
        var reading = pipe.Input.ReadAsync(Cancellation).AsTask();
        Assert.False(reading.IsCompleted);
        await toProgram.Writer.WriteAsync(frame.AsMemory(5), Cancellation);

        Assert.Equal(frame, (await reading).Buffer.ToArray());
    }

    [Fact]
    public async Task Read_that_is_cancelled_is_no_event_and_loses_nothing()
    {
        var pipe = Wrap();
        var frame = Dialogues.Words("one");
        await toProgram.Writer.WriteAsync(frame.AsMemory(0, 5), Cancellation);
        var reading = pipe.Input.ReadAsync(Cancellation).AsTask();

        pipe.Input.CancelPendingRead();
        var cancelled = await reading;
        Assert.True(cancelled.IsCanceled && cancelled.Buffer.IsEmpty);
        pipe.Input.AdvanceTo(cancelled.Buffer.Start, cancelled.Buffer.End);
        using var giveUp = new CancellationTokenSource();
        reading = pipe.Input.ReadAsync(giveUp.Token).AsTask();
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await toProgram.Writer.WriteAsync(frame.AsMemory(5), Cancellation);

        Assert.Equal(frame, (await pipe.Input.ReadAsync(Cancellation)).Buffer.ToArray());
        Assert.Equal(Seq<string>.Of("one"), pipe.Monitor.State.Heard);
    }

    [Fact]
    public async Task Input_that_cannot_be_passed_on_ends_the_reads()
    {
        var pipe = Wrap();
        await toProgram.Writer.WriteAsync(Dialogues.Words("too long"), Cancellation);

        await Assert.ThrowsAsync<RefusedInputException>(async () => await pipe.Input.ReadAsync(Cancellation));
        await Assert.ThrowsAsync<IOException>(async () => await pipe.Input.ReadAsync(Cancellation));

        await pipe.DisposeAsync();
    }

    [Fact]
    public async Task End_inside_a_frame_is_an_exception()
    {
        var pipe = Wrap();
        await toProgram.Writer.WriteAsync(Dialogues.Words("one").AsMemory(0, 5), Cancellation);
        await toProgram.Writer.CompleteAsync();

        await Assert.ThrowsAsync<EndOfStreamException>(async () => await pipe.Input.ReadAsync(Cancellation));
    }

    [Fact]
    public async Task Bytes_go_on_unparsed_after_an_input_that_is_only_observed()
    {
        var pipe = Wrap(new() { Policy = new MonitorPolicies { Default = ViolationPolicy.Observe } });
        byte[] junk = [255, 255, 255, 255, 1];
        await toProgram.Writer.WriteAsync((byte[])[.. Dialogues.Words("one"), .. junk], Cancellation);

        var first = await pipe.Input.ReadAsync(Cancellation);
        pipe.Input.AdvanceTo(first.Buffer.End);
        var rest = await pipe.Input.ReadAsync(Cancellation);
        Assert.Equal(junk, rest.Buffer.ToArray());
        pipe.Input.AdvanceTo(rest.Buffer.End);
        await toProgram.Writer.WriteAsync("more"u8.ToArray(), Cancellation);
        await toProgram.Writer.CompleteAsync();

        Assert.Equal("more"u8.ToArray(), (await pipe.Input.ReadAsync(Cancellation)).Buffer.ToArray());
    }

    [Fact]
    public async Task Frames_of_a_flush_are_written_into_the_pipe_once_and_the_rest_waits()
    {
        var writer = new CountingWriter(toPeer.Writer);
        await using var pipe = Dialogues.Start().Wrap(new Duplex(toProgram.Reader, writer), Dialogues.Protocol);

        foreach (var b in "0\n1\n2"u8.ToArray()) pipe.Output.Write([b]);
        Assert.Equal(5, pipe.Output.UnflushedBytes);
        await pipe.Output.FlushAsync(Cancellation);
        Assert.Equal(0, pipe.Output.UnflushedBytes);
        await pipe.Output.WriteAsync("\n"u8.ToArray(), Cancellation);

        Assert.Equal([4L, 2L], writer.Written);
        Assert.Equal(Dialogues.Says(0, 1, 2), (await toPeer.Reader.ReadAsync(Cancellation)).Buffer.ToArray());
    }

    [Fact]
    public async Task Flush_says_that_nobody_reads_any_more()
    {
        var pipe = Wrap();
        await toPeer.Reader.CompleteAsync();

        Assert.True((await pipe.Output.WriteAsync(Dialogues.Says(0), Cancellation)).IsCompleted);
    }

    [Fact]
    public async Task Completing_an_end_completes_that_of_the_pipe_and_drops_a_frame_that_is_not_complete()
    {
        var pipe = Wrap();
        pipe.Output.Write("0\n1"u8);

        await pipe.Output.CompleteAsync();

        var read = await toPeer.Reader.ReadAsync(Cancellation);
        Assert.Equal(Dialogues.Says(0), read.Buffer.ToArray());
        Assert.True(read.IsCompleted);
    }

    [Fact]
    public async Task Operations_that_wait_end_when_the_pipes_are_disposed_of()
    {
        var narrow = new Pipe(new(pauseWriterThreshold: 2, resumeWriterThreshold: 1));
        var pipe = Dialogues.Start().Wrap(new Duplex(toProgram.Reader, narrow.Writer), Dialogues.Protocol);
        var reading = pipe.Input.ReadAsync(Cancellation).AsTask();
        var writing = pipe.Output.WriteAsync(Dialogues.Says(0), Cancellation).AsTask();
        Assert.False(reading.IsCompleted || writing.IsCompleted);

        await pipe.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => reading.WaitAsync(TimeSpan.FromSeconds(30), Cancellation));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing.WaitAsync(TimeSpan.FromSeconds(30), Cancellation));
    }

    private MonitoredPipe<Dialogue.State, Dialogue.Event> Wrap(MonitorOptions<Dialogue.State, Dialogue.Event>? options = null) =>
        Dialogues.Start(options).Wrap(new Duplex(toProgram.Reader, toPeer.Writer), Dialogues.Protocol);

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    /// <summary>Knows the length of each write.</summary>
    private sealed class CountingWriter(PipeWriter writer) : PipeWriter
    {
        public List<long> Written { get; } = [];

        public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
        {
            Written.Add(source.Length);
            return writer.WriteAsync(source, cancellationToken);
        }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => writer.FlushAsync(cancellationToken);

        public override void Advance(int bytes) => throw new NotSupportedException();

        public override Memory<byte> GetMemory(int sizeHint = 0) => throw new NotSupportedException();

        public override Span<byte> GetSpan(int sizeHint = 0) => throw new NotSupportedException();

        public override void CancelPendingFlush() => writer.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => writer.Complete(exception);
    }
}
