using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring;
using Igloo.Monitoring.Datagrams;
using Igloo.Values;
using LeaderElection.Model;

namespace Igloo.Benchmarks.Monitoring;

/// <summary>
/// A node that sends a small datagram to itself over loopback and receives it, bare and monitored by turns in one process. Both encode
/// and decode with the same codec and reuse their buffers; the bare one knows its peer and checks nothing.
/// </summary>
internal static class UdpBenchmark
{
    // Short blocks, so that what other processes take falls on few of them, and on both kinds alike.
    private const int BlockLength = 1_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static async Task<string> Run(int events)
    {
        using var bareSocket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        using var socket = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var self = (IPEndPoint)socket.Client.LocalEndPoint!;
        var successor = Address.Of(self);
        await using var node = PermissionMonitor.Start(new RingNode(new Node(2), successor, new Ring(5))).Over(socket, new NodeCodec(self));
        node.Perform(new RingNode.Event.Setup());
        var send = new RingNode.Event.Send(successor, new Node(2));
        var bare = new BareNode(bareSocket.Client);
        Func<ValueTask> bareRoundTrip = () => bare.RoundTrip(send);
        Func<ValueTask> monitoredRoundTrip = () => RoundTrip(node, send);
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;) await Pair(bareRoundTrip, monitoredRoundTrip);
        var comparison = new Comparison();
        for (var done = 0; done < events; done += 2 * BlockLength)
        {
            // Each goes first in every other pair.
            var (first, second) = await Pair(bareRoundTrip, monitoredRoundTrip);
            comparison.Add(first, second);
            (second, first) = await Pair(monitoredRoundTrip, bareRoundTrip);
            comparison.Add(first, second);
        }

        return comparison.ToString();
    }

    private static async ValueTask RoundTrip(MonitoredUdp<RingNode.State, RingNode.Event> node, RingNode.Event send)
    {
        await node.SendAsync(send);
        await node.ReceiveAsync<RingNode.Event.Receive>();
    }

    private static async Task<(Block First, Block Second)> Pair(Func<ValueTask> first, Func<ValueTask> second) =>
        (await Measure(first), await Measure(second));

    private static async Task<Block> Measure(Func<ValueTask> roundTrip)
    {
        var ticks = new long[BlockLength];
        var bytes = GC.GetTotalAllocatedBytes();
        for (var i = 0; i < ticks.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await roundTrip();
            ticks[i] = Stopwatch.GetTimestamp() - start;
        }

        return Block.Of(ticks, GC.GetTotalAllocatedBytes() - bytes);
    }
}
