using Igloo.Monitoring.Streams;
using Igloo.Monitoring.Tests.Models;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Streams;

/// <summary>A read of no bytes waits until there are some, as HTTP clients and TLS do on connections that are idle. It takes none, and so needs no permission.</summary>
public sealed class EmptyReadTests : IDisposable
{
    private readonly Wire wire = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Empty_read_needs_no_permission_and_is_no_event()
    {
        await using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);
        stream.Monitor.Perform(new Dialogue.Event.Skip(100));
        var waiting = stream.ReadAsync(Memory<byte>.Empty, Cancellation).AsTask();
        Assert.False(waiting.IsCompleted);

        wire.PeerSends(Dialogues.Words("one"));

        Assert.Equal(0, await waiting);
        Assert.Equal(0, stream.Read([]));
        Assert.Null(stream.Monitor.FirstViolation);
        Assert.Equal(Seq<string>.Empty, stream.Monitor.State.Heard);
    }

    [Fact]
    public async Task Empty_read_takes_no_permission_away_from_others()
    {
        await using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);
        var waiting = stream.ReadAsync(Memory<byte>.Empty, Cancellation).AsTask();

        stream.Monitor.Perform(new Dialogue.Event.Skip(100));

        wire.PeerEnds();
        Assert.Equal(0, await waiting);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(14)]
    public async Task Empty_read_does_not_wait_for_bytes_that_are_there(int readBefore)
    {
        await using var stream = Dialogues.Start().Wrap(wire.PeerSends(Dialogues.Words("one", "two", "six")), Dialogues.Protocol);
        await stream.ReadExactlyAsync(new byte[readBefore], Cancellation);

        Assert.Equal(0, await stream.ReadAsync(Memory<byte>.Empty, Cancellation));

        await stream.ReadExactlyAsync(new byte[21 - readBefore], Cancellation);
        Assert.Equal(Seq<string>.Of("one", "two", "six"), stream.Monitor.State.Heard);
    }

    [Fact]
    public async Task Empty_read_that_is_cancelled_leaves_the_stream_as_it_was()
    {
        await using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);
        using var ending = new CancellationTokenSource();
        var waiting = stream.ReadAsync(Memory<byte>.Empty, ending.Token).AsTask();
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        wire.PeerSends(Dialogues.Words("one"));

        await stream.ReadExactlyAsync(new byte[7], Cancellation);
        Assert.Equal(Seq<string>.Of("one"), stream.Monitor.State.Heard);
    }

    public void Dispose() => wire.Dispose();
}
