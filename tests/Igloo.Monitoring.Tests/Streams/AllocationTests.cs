using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Messages;
using Igloo.Monitoring.Streams;
using Igloo.Monitoring.Tests.Models;

namespace Igloo.Monitoring.Tests.Streams;

/// <summary>What an event through a stream allocates: the states that the model makes, and nothing else.</summary>
/// <remarks>The codec and the events of the protocol are made once, so that what remains is the monitor's.</remarks>
[SuppressMessage("Reliability", "CA2012", Justification = "An asynchronous method of the test would make garbage of its own.")]
public sealed class AllocationTests
{
    private const int FrameLength = 4_096;
    private const int RoundTrips = 2_000;
    private static readonly Talker.Event.Say Say = new(7);
    private static readonly Talker.Event.Hear Hear = new(7);
    private static readonly LengthPrefixedCodec<int> Frames = new(new Ballast(), FrameLength);
    private static readonly StreamProtocol<Talker.Event> Protocol =
        StreamProtocol.Of<Talker.Event, Talker.Event.Say, int, Talker.Event.Hear, int>(Frames, _ => Say, say => say.N, Frames, _ => Hear);

    private readonly Talker model = new();
    private readonly byte[] frame = Frame();
    private readonly byte[] read = new byte[FrameLength];

    [Fact]
    public void Write_and_read_that_complete_at_once_allocate_the_states_of_the_model_only()
    {
        using var stream = PermissionMonitor.Start(model).Wrap(new EchoStream(isLate: false), Protocol);

        AssertOnlyStates(_ => RoundTrip(stream));
    }

    [Fact]
    public void Read_that_waits_allocates_the_states_of_the_model_only()
    {
        using var echo = new EchoStream(isLate: true);
        using var stream = PermissionMonitor.Start(model).Wrap(echo, Protocol);

        AssertOnlyStates(_ => LateRoundTrip(stream, echo));
    }

    [Fact]
    public void Many_connections_that_wait_at_once_allocate_the_states_of_the_model_only()
    {
        EchoStream[] echoes = [.. Enumerable.Range(0, 200).Select(_ => new EchoStream(isLate: true))];
        MonitoredStream<Talker.State, Talker.Event>[] streams = [.. echoes.Select(e => PermissionMonitor.Start(model).Wrap(e, Protocol))];
        var reads = new ValueTask<int>[streams.Length];
        for (var i = 0; i < streams.Length; i++)
        {
            Finish(streams[i].WriteAsync(frame, CancellationToken.None));
            reads[i] = streams[i].ReadAsync(read, CancellationToken.None);
        }

        // Each read that ends is followed by another one, while all others wait.
        AssertOnlyStates(step =>
        {
            var i = step % streams.Length;
            echoes[i].Arrive();
            Assert.True(FrameLength == Result(reads[i]));
            Finish(streams[i].WriteAsync(frame, CancellationToken.None));
            reads[i] = streams[i].ReadAsync(read, CancellationToken.None);
        });
    }

    [Fact]
    public void Events_over_a_connection_allocate_the_states_of_the_model_only()
    {
        using var connection = PermissionMonitor.Start(model).Over(new EchoStream(isLate: false), Protocol);

        AssertOnlyStates(_ =>
        {
            Finish(connection.SendAsync(Say, CancellationToken.None));
            Assert.True(ReferenceEquals(Hear, Result(connection.ReceiveAsync<Talker.Event.Hear>(CancellationToken.None))));
        });
    }

    [Theory]
    [InlineData(65_536)]
    [InlineData(1_000)]
    public void Pipes_allocate_the_states_of_the_model_only(int segment)
    {
        var loop = new Pipe(new(minimumSegmentSize: segment, useSynchronizationContext: false));
        var pipe = PermissionMonitor.Start(model).Wrap(new Duplex(loop.Reader, loop.Writer), Protocol);

        AssertOnlyStates(_ =>
        {
            frame.CopyTo(pipe.Output.GetSpan(FrameLength));
            pipe.Output.Advance(FrameLength);
            Result(pipe.Output.FlushAsync(CancellationToken.None));
            var read = Result(pipe.Input.ReadAsync(CancellationToken.None));
            Assert.True(FrameLength == read.Buffer.Length);
            pipe.Input.AdvanceTo(read.Buffer.End);
        });
    }

    [Fact]
    public void Turn_that_is_waited_for_allocates_nothing()
    {
        var turns = new Turns("wire");
        Wait(turns);

        Assert.Equal(0, Allocated(() => Wait(turns)));
    }

    private static void Wait(Turns turns)
    {
        Assert.True(turns.TryEnter());
        var second = turns.EnterAsync(CancellationToken.None);
        var third = turns.EnterAsync(CancellationToken.None);
        turns.Exit();
        Finish(second);
        turns.Exit();
        Finish(third);
        turns.Exit();
    }

    private void AssertOnlyStates(Action<int> roundTrip)
    {
        for (var i = 0; i < RoundTrips; i++) roundTrip(i);
        var size = Allocated(() => model.Next(model.Initial, Say)) / 2;
        var made = 0L;
        var allocated = Allocated(() =>
        {
            made = model.Made;
            for (var i = 0; i < RoundTrips; i++) roundTrip(i);
        });

        // Said and heard, and asked for once before it is heard.
        Assert.Equal(3 * RoundTrips, model.Made - made);
        Assert.Equal(3 * RoundTrips * size, allocated);
    }

    // A collection, which tests that run meanwhile may cause, books the rest of the thread's allocation buffer on the thread.
    private static long Allocated(Action action)
    {
        for (var attempt = 1; ; attempt++)
        {
            var collections = GC.CollectionCount(0);
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (GC.CollectionCount(0) == collections || attempt == 50) return allocated;
        }
    }

    private void RoundTrip(Stream stream)
    {
        Finish(stream.WriteAsync(frame, CancellationToken.None));
        Assert.True(FrameLength == Result(stream.ReadAsync(read, CancellationToken.None)));
    }

    private void LateRoundTrip(Stream stream, EchoStream echo)
    {
        Finish(stream.WriteAsync(frame, CancellationToken.None));
        var reading = stream.ReadAsync(read, CancellationToken.None);
        Assert.False(reading.IsCompleted);
        echo.Arrive();
        Assert.True(FrameLength == Result(reading));
    }

    private static void Finish(ValueTask done)
    {
        Assert.True(done.IsCompletedSuccessfully);
        done.GetAwaiter().GetResult();
    }

    private static T Result<T>(ValueTask<T> done)
    {
        Assert.True(done.IsCompletedSuccessfully);
        return done.GetAwaiter().GetResult();
    }

    private static byte[] Frame()
    {
        var bytes = new ArrayBufferWriter<byte>();
        Frames.Encode(7, bytes);
        return bytes.WrittenSpan.ToArray();
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    /// <summary>A number and ballast after it.</summary>
    private sealed class Ballast : IPayloadCodec<int>
    {
        private const int Length = FrameLength - sizeof(int);

        public bool TryDecode(ReadOnlySpan<byte> payload, out int message)
        {
            message = payload.Length == Length ? BinaryPrimitives.ReadInt32BigEndian(payload) : 0;
            return payload.Length == Length;
        }

        public void Encode(int message, IBufferWriter<byte> output)
        {
            var payload = output.GetSpan(Length)[..Length];
            payload.Clear();
            BinaryPrimitives.WriteInt32BigEndian(payload, message);
            output.Advance(Length);
        }
    }
}
