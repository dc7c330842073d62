using System.Buffers;
using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Streams;

namespace Igloo.Benchmarks.Monitoring;

/// <summary>A program that writes frames of 4 KiB to a peer that echoes them, and reads them back: over a bare and over a monitored stream.</summary>
internal static class StreamBenchmark
{
    private const int FrameLength = 4_096;
    private static readonly LengthPrefixedCodec<int> Frames = new(new NumberInFront(FrameLength - 4), FrameLength);

    public static async Task<string> Run(int events)
    {
        using var bareEcho = await Echo.ConnectAsync();
        using var echo = await Echo.ConnectAsync();
        await using var monitored = PermissionMonitor.Start(new Talker()).Wrap(
            echo.Stream, StreamProtocol.Of<Talker.Event, Talker.Event.Say, int, Talker.Event.Hear, int>(Frames, n => new(n), say => say.Number, Frames, n => new(n)));
        var frame = new ArrayBufferWriter<byte>();
        Frames.Encode(7, frame);
        var read = new byte[FrameLength];
        return await RoundTrips.Compare(
            "TCP on loopback, 4 KiB to a peer and back", () => RoundTrip(bareEcho.Stream, frame.WrittenMemory, read), () => RoundTrip(monitored, frame.WrittenMemory, read), events);
    }

    private static async ValueTask RoundTrip(Stream stream, ReadOnlyMemory<byte> frame, Memory<byte> read)
    {
        await stream.WriteAsync(frame);
        await stream.ReadExactlyAsync(read);
    }

    /// <summary>A connection to a peer that sends back what it gets.</summary>
    private sealed class Echo(Socket own, Socket peer) : IDisposable
    {
        public NetworkStream Stream { get; } = new(own, ownsSocket: true);

        public static async Task<Echo> ConnectAsync()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var own = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await own.ConnectAsync(listener.LocalEndpoint);
            var echo = new Echo(own, await listener.AcceptSocketAsync());
            _ = echo.RunAsync();
            return echo;
        }

        public void Dispose()
        {
            Stream.Dispose();
            peer.Dispose();
        }

        private async Task RunAsync()
        {
            var buffer = new byte[FrameLength];
            peer.NoDelay = true;
            for (int count; (count = await peer.ReceiveAsync(buffer)) > 0;) await peer.SendAsync(buffer.AsMemory(0, count));
        }
    }
}
