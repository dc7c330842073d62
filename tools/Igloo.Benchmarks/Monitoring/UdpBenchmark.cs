using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring;
using Igloo.Monitoring.Datagrams;
using Igloo.Values;
using LeaderElection.Model;

namespace Igloo.Benchmarks.Monitoring;

/// <summary>A node that sends a small datagram to itself over loopback and receives it: bare and monitored by turns, so that both see the same machine.</summary>
internal static class UdpBenchmark
{
    // Many short rounds, so that what other processes take falls on both alike.
    private const int Rounds = 100;
    private const int WarmUpRounds = 20;

    public static async Task<string> Run(int events)
    {
        using var bareSocket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var self = (IPEndPoint)socket.Client.LocalEndPoint!;
        var successor = Address.Of(self);
        await using var node = PermissionMonitor.Start(new RingNode(new Node(2), successor, new Ring(5))).Over(socket, new NodeCodec(self));
        node.Perform(new RingNode.Event.Setup());
        var bare = new Bare(bareSocket.Client);
        var send = new RingNode.Event.Send(successor, new Node(2));
        var (bareTimes, monitoredTimes) = (new List<long>(), new List<long>());
        long bareBytes = 0, monitoredBytes = 0;
        for (var round = -WarmUpRounds; round < Rounds; round++)
        {
            // Each goes first in every other round.
            foreach (var isMonitored in round % 2 == 0 ? [false, true] : new[] { true, false })
            {
                var (times, bytes) = await Measure(events / Rounds, isMonitored ? () => RoundTrip(node, send) : () => bare.RoundTrip());
                if (round < 0) continue;
                (isMonitored ? monitoredTimes : bareTimes).AddRange(times);
                if (isMonitored) monitoredBytes += bytes;
                else bareBytes += bytes;
            }
        }

        string[] lines =
        [
            "UDP on loopback, send and receive of 4 bytes      µs/round trip      p50      p99   bytes/event",
            Line("bare socket", bareTimes, bareBytes),
            Line("monitored", monitoredTimes, monitoredBytes),
        ];

        // The slowest hundredth of each is the scheduler's on a machine that others share.
        var ratio = 100.0 * Trimmed(bareTimes) / Trimmed(monitoredTimes);
        return string.Join('\n', lines) + string.Create(CultureInfo.InvariantCulture, $"\n  throughput of the bare socket, without the slowest hundredth: {ratio:0.0} %");
    }

    private static async ValueTask RoundTrip(MonitoredUdp<RingNode.State, RingNode.Event> node, RingNode.Event send)
    {
        await node.SendAsync(send);
        await node.ReceiveAsync<RingNode.Event.Receive>();
    }

    private static async Task<(long[] Times, long Bytes)> Measure(int times, Func<ValueTask> roundTrip)
    {
        var ticks = new long[times];
        var before = GC.GetTotalAllocatedBytes();
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await roundTrip();
            ticks[i] = Stopwatch.GetTimestamp() - start;
        }

        return (ticks, GC.GetTotalAllocatedBytes() - before);
    }

    private static string Line(string name, List<long> times, long bytes)
    {
        times.Sort();
        double Micro(double ticks) => ticks * 1e6 / Stopwatch.Frequency;
        return string.Create(CultureInfo.InvariantCulture,
            $"  {name,-44}{Micro(times.Average()),17:0.00}{Micro(times[times.Count / 2]),9:0.00}{Micro(times[times.Count * 99 / 100]),9:0.00}{bytes / 2.0 / times.Count,14:0.0}");
    }

    private static double Trimmed(List<long> sorted) => sorted.Take(sorted.Count * 99 / 100).Average();

    private sealed class Bare(Socket socket)
    {
        private readonly SocketAddress self = socket.LocalEndPoint!.Serialize();
        private readonly SocketAddress from = new(AddressFamily.InterNetwork);
        private readonly byte[] sent = [0, 0, 0, 2];
        private readonly byte[] received = new byte[5];

        public async ValueTask RoundTrip()
        {
            await socket.SendToAsync(sent, SocketFlags.None, self);
            await socket.ReceiveFromAsync(received, SocketFlags.None, from);
        }
    }
}
