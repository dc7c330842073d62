using System.Buffers;
using System.Net.Sockets;
using Igloo.Benchmarks.Monitoring;
using Igloo.Monitoring;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Streams;

namespace Igloo.Benchmarks.Loading;

/// <summary>Connections to a process that echoes, each with a monitor of its own: frames of 4 KiB there and back.</summary>
internal sealed class StreamLoad : ILoad
{
    private const int FrameLength = 4_096;
    private static readonly LengthPrefixedCodec<int> Frames = new(new NumberInFront(FrameLength - 4), FrameLength);

    private static readonly StreamProtocol<Talker.Event> Protocol =
        StreamProtocol.Of<Talker.Event, Talker.Event.Say, int, Talker.Event.Hear, int>(Frames, n => new(n), say => say.Number, Frames, n => new(n));

    private readonly EchoProcess peer;
    private readonly NetworkStream[] bare;
    private readonly MonitoredStream<Talker.State, Talker.Event>[] monitored;
    private readonly byte[][] buffers;
    private readonly ReadOnlyMemory<byte> frame;

    // Whose connection others use as well makes one round trip after the other, monitored or not: an echo belongs to nobody.
    private readonly SemaphoreSlim? turn;

    private StreamLoad(EchoProcess peer, NetworkStream[] connections, int workers)
    {
        this.peer = peer;
        bare = connections;
        monitored = [.. connections.Select(c => PermissionMonitor.Start(new Talker()).Wrap(c, Protocol))];
        buffers = [.. Enumerable.Range(0, workers).Select(_ => new byte[FrameLength])];
        turn = workers > connections.Length ? new(1, 1) : null;
        var encoded = new ArrayBufferWriter<byte>();
        Frames.Encode(7, encoded);
        frame = encoded.WrittenMemory;
    }

    public string Name => "stream, 4 KiB";

    public static async Task<StreamLoad> ConnectAsync(int workers, int connections)
    {
        var peer = EchoProcess.Start();
        var streams = new NetworkStream[connections];
        for (var i = 0; i < connections; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(peer.EndPoint);
            streams[i] = new(socket, ownsSocket: true);
        }

        return new(peer, streams, workers);
    }

    public ValueTask RoundTrip(int worker, int connection, bool isMonitored)
    {
        Stream stream = isMonitored ? monitored[connection] : bare[connection];
        return turn is null ? RoundTrip(stream, buffers[worker]) : InTurn(turn, stream, buffers[worker]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var stream in monitored) await stream.DisposeAsync();
        turn?.Dispose();
        peer.Dispose();
    }

    private async ValueTask InTurn(SemaphoreSlim free, Stream stream, byte[] buffer)
    {
        await free.WaitAsync();
        try
        {
            await RoundTrip(stream, buffer);
        }
        finally
        {
            free.Release();
        }
    }

    private async ValueTask RoundTrip(Stream stream, byte[] buffer)
    {
        await stream.WriteAsync(frame);
        await stream.ReadExactlyAsync(buffer);
    }
}
