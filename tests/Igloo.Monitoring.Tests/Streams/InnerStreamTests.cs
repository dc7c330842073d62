using System.Net;
using System.Net.Sockets;
using Igloo.Components;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Streams;
using Igloo.Monitoring.Tests.Models;
using Igloo.Values;

namespace Igloo.Monitoring.Tests.Streams;

/// <summary>What a wrapper relies on in the stream below it and in the protocol above it.</summary>
public sealed class InnerStreamTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Timeouts_are_those_of_the_inner_stream()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint, Cancellation);
        await using var inner = client.GetStream();
        await using var stream = Dialogues.Start().Wrap(inner, Dialogues.Protocol);

        (stream.ReadTimeout, stream.WriteTimeout) = (20, 70_000);

        Assert.True(stream.CanTimeout);
        Assert.Equal((20, 70_000), (inner.ReadTimeout, inner.WriteTimeout));
        Assert.Equal((20, 70_000), (stream.ReadTimeout, stream.WriteTimeout));
        Assert.Throws<IOException>(() => stream.Read(new byte[9]));
        stream.Monitor.Perform(new Dialogue.Event.Skip(100));
    }

    [Fact]
    public async Task Inner_stream_that_still_writes_after_a_cancelled_read_changes_nothing_of_what_was_read()
    {
        var word = Dialogues.Words("one");
        var inner = new LateStream(word[..2], word[2..]);
        await using var stream = Dialogues.Start().Wrap(inner, Dialogues.Protocol);
        using var ending = new CancellationTokenSource();
        var reading = stream.ReadAsync(new byte[9], ending.Token).AsTask();
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        inner.BeforeTheLast = left => left.Span.Fill(0xFF);
        var buffer = new byte[9];

        Assert.Equal(7, await stream.ReadAsync(buffer, Cancellation));

        Assert.Equal(word, buffer[..7]);
    }

    [Fact]
    public void Protocol_whose_sent_case_also_receives_is_refused()
    {
        var protocol = StreamProtocol.Of<Exchange.Event, Exchange.Event.Call, string, Exchange.Event.Hear, string>(
            new LineCodec<string>(new Utf8Payload(), 9), text => new(text, ""), call => call.Asked, new LineCodec<string>(new Utf8Payload(), 9), text => new(text));
        using var stream = new MemoryStream();

        Assert.Throws<ArgumentException>(() => PermissionMonitor.Start(new Exchange()).Wrap(stream, protocol));
        Assert.Throws<ArgumentException>(() => PermissionMonitor.Start(new Exchange()).Over(stream, protocol));
    }

    /// <summary>Calls a peer and gets its answer in one event.</summary>
    public sealed class Exchange : Component<Exchange.State, Exchange.Event>
    {
        public sealed record State(Seq<string> Answers);

        public sealed class Calling : IoOperation<string, string>;

        public abstract record Event
        {
            [Io<Calling>]
            public sealed record Call(string Asked, [Input] string Answer) : Event;

            [Io<Connection.Receive<string>>]
            public sealed record Hear([Input] string Text) : Event;
        }

        public override State Initial => new(Seq<string>.Empty);

        public override State? Next(State s, Event e) => e switch
        {
            Event.Call(_, var answer) => new(s.Answers.Append(answer)),
            Event.Hear => s,
            _ => null,
        };
    }

    // Gives its first piece, then a read that is cancelled and keeps its memory, which it writes into while the last piece is read.
    private sealed class LateStream(byte[] first, byte[] last) : Stream
    {
        private Memory<byte> left;
        private int reads;

        public Action<Memory<byte>>? BeforeTheLast { get; set; }

        public override bool CanRead => true;

        public override bool CanWrite => true;

        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get; set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            reads++;
            if (reads == 2)
            {
                left = buffer;
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            var piece = reads == 1 ? first : last;
            piece.CopyTo(buffer.Span);
            if (reads == 3) BeforeTheLast?.Invoke(left);
            return piece.Length;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
