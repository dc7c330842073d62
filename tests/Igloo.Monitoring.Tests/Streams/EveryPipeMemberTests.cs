using System.Buffers;
using System.IO.Pipelines;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Streams;
using Igloo.Monitoring.Tests.Models;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Streams;

/// <summary>As for streams: no member of a pipe goes past the monitor.</summary>
public sealed class EveryPipeMemberTests
{
    private static readonly byte[] Frame = Dialogues.Words("one");

    private static readonly Dictionary<string, Action<PipeWriter, byte[]>> Writing = new()
    {
        ["WriteAsync"] = (w, b) => w.WriteAsync(b, Cancellation).AsTask().GetAwaiter().GetResult(),
        ["GetMemory"] = (w, b) =>
        {
            b.CopyTo(w.GetMemory(b.Length));
            Flush(w, b.Length);
        },
        ["GetSpan"] = (w, b) =>
        {
            b.CopyTo(w.GetSpan(b.Length));
            Flush(w, b.Length);
        },
        ["AsStream"] = (w, b) => w.AsStream(leaveOpen: true).Write(b),
        ["Complete"] = (w, b) =>
        {
            w.Write(b);
            w.Complete();
        },
        ["CompleteAsync"] = (w, b) =>
        {
            w.Write(b);
            w.CompleteAsync().AsTask().GetAwaiter().GetResult();
        },
    };

    // What these do is part of the ways above, or moves no bytes.
    private static readonly string[] WritingParts = ["Advance", "FlushAsync", "get_CanGetUnflushedBytes", "get_UnflushedBytes", "CancelPendingFlush", "OnReaderCompleted"];

    private static readonly Dictionary<string, Func<PipeReader, byte[]>> Reading = new()
    {
        ["ReadAsync"] = r => Taken(r, r.ReadAsync(Cancellation).AsTask().GetAwaiter().GetResult()),
        ["ReadAtLeastAsync"] = r => Taken(r, r.ReadAtLeastAsync(1, Cancellation).AsTask().GetAwaiter().GetResult()),
        ["TryRead"] = r =>
        {
            // Gives only what a read has given before.
            Assert.False(r.TryRead(out _));
            r.AdvanceTo(r.ReadAsync(Cancellation).AsTask().GetAwaiter().GetResult().Buffer.Start);
            Assert.True(r.TryRead(out var result));
            return Taken(r, result);
        },
        ["AsStream"] = r => Copied(to => r.AsStream(leaveOpen: true).CopyTo(to)),
        ["CopyToAsync"] = r => Copied(to => r.CopyToAsync(to, Cancellation).GetAwaiter().GetResult()),
        ["CopyToAsync of a writer"] = r => Copied(to =>
        {
            var writer = PipeWriter.Create(to, new(leaveOpen: true));
            r.CopyToAsync(writer, Cancellation).GetAwaiter().GetResult();
            writer.Complete();
        }),
    };

    private static readonly string[] ReadingParts = ["AdvanceTo", "CancelPendingRead", "Complete", "CompleteAsync", "OnWriterCompleted", "CopyToAsync of a writer"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Writes => [.. Writing.Keys];

    public static TheoryData<string> Reads => [.. Reading.Keys];

    [Fact]
    public void Every_member_of_a_pipe_is_in_one_of_the_lists()
    {
        Assert.Equal(NamesOf(typeof(PipeWriter)), Writing.Keys.Concat(WritingParts).Order(StringComparer.Ordinal));
        Assert.Equal(NamesOf(typeof(PipeReader)).Append("CopyToAsync of a writer").Order(StringComparer.Ordinal), Reading.Keys.Concat(ReadingParts).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public void Member_that_writes_sends_what_is_permitted(string member)
    {
        using var wire = new Wire();
        var pipe = Over(wire);

        Writing[member](pipe.Output, Dialogues.Says(0));

        Assert.Equal(1, pipe.Monitor.State.Next);
        Assert.Equal(Dialogues.Says(0), wire.Written);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Member_that_writes_asks_for_permission_first(string member)
    {
        await using var wire = new Wire();
        var pipe = Over(wire);

        Assert.Throws<PermissionViolationException>(() => Writing[member](pipe.Output, Dialogues.Says(5)));
        await pipe.DisposeAsync();

        Assert.Empty(wire.Written);
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public void Member_that_reads_gives_bytes_after_their_event(string member)
    {
        using var wire = new Wire().PeerSends(Frame).PeerEnds();
        var pipe = Over(wire);

        Assert.Equal(Frame, Reading[member](pipe.Input));
        Assert.Equal(Seq<string>.Of("one"), pipe.Monitor.State.Heard);
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public void Member_that_reads_asks_for_permission_first(string member)
    {
        using var wire = new Wire().PeerSends(Frame).PeerEnds();
        var pipe = Over(wire);
        pipe.Monitor.Perform(new Dialogue.Event.Skip(100));

        Assert.Throws<PermissionViolationException>(() => Reading[member](pipe.Input));

        Assert.Equal(0, wire.Reads);
    }

    private static MonitoredPipe<Dialogue.State, Dialogue.Event> Over(Wire wire) =>
        Dialogues.Start().Wrap(new Duplex(PipeReader.Create(wire), PipeWriter.Create(wire)), Dialogues.Protocol);

    private static IEnumerable<string> NamesOf(Type type) =>
        type.GetMethods().Where(m => !m.IsStatic && m.DeclaringType == type).Select(m => m.Name).Distinct().Order(StringComparer.Ordinal);

    private static void Flush(PipeWriter writer, int count)
    {
        writer.Advance(count);
        writer.FlushAsync(Cancellation).AsTask().GetAwaiter().GetResult();
    }

    private static byte[] Taken(PipeReader reader, ReadResult result)
    {
        var bytes = result.Buffer.ToArray();
        reader.AdvanceTo(result.Buffer.End);
        return bytes;
    }

    private static byte[] Copied(Action<Stream> copy)
    {
        var target = new MemoryStream();
        copy(target);
        return target.ToArray();
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
