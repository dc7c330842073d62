using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Tftp.Tests;

/// <summary>
/// Stands between one client and a server, with an address of its own for each transfer, and loses and doubles datagrams in both directions.
/// A doubled request makes the server start two transfers.
/// </summary>
internal sealed class FaultyRelay : IAsyncDisposable
{
    private readonly double loss;
    private readonly double duplication;
    private readonly Random random;
    private readonly UdpClient requests = OnLoopback();
    private readonly UdpClient behind = OnLoopback();
    private readonly ConcurrentDictionary<IPEndPoint, UdpClient> transfers = new();
    private readonly ConcurrentBag<Task> running = [];
    private readonly CancellationTokenSource ending = new();
    private int lost;
    private int doubled;
    private volatile IPEndPoint? client;

    public FaultyRelay(IPEndPoint server, double loss, double duplication, int seed)
    {
        (this.loss, this.duplication, random) = (loss, duplication, new(seed));
        running.Add(PassOnAsync(requests, datagram =>
        {
            client = datagram.RemoteEndPoint;
            return (behind, server);
        }));
        running.Add(PassOnAsync(behind, datagram => (TransferOf(datagram.RemoteEndPoint), client!)));
    }

    public IPEndPoint EndPoint => (IPEndPoint)requests.Client.LocalEndPoint!;

    public int Lost => Volatile.Read(ref lost);

    public int Doubled => Volatile.Read(ref doubled);

    public int Transfers => transfers.Count;

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await Task.WhenAll(running);
        foreach (var socket in transfers.Values.Append(requests).Append(behind)) socket.Dispose();
        ending.Dispose();
    }

    private static UdpClient OnLoopback() => new(new IPEndPoint(IPAddress.Loopback, 0));

    private UdpClient TransferOf(IPEndPoint transfer)
    {
        if (transfers.TryGetValue(transfer, out var known)) return known;
        var socket = OnLoopback();
        transfers[transfer] = socket;
        running.Add(PassOnAsync(socket, _ => (behind, transfer)));
        return socket;
    }

    private async Task PassOnAsync(UdpClient from, Func<UdpReceiveResult, (UdpClient Socket, IPEndPoint To)> route)
    {
        try
        {
            while (true)
            {
                var datagram = await from.ReceiveAsync(ending.Token);
                var (socket, to) = route(datagram);
                for (var copies = Copies(); copies > 0; copies--) await socket.SendAsync(datagram.Buffer, to, ending.Token);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private int Copies()
    {
        lock (random)
        {
            if (random.NextDouble() < loss)
            {
                lost++;
                return 0;
            }

            if (random.NextDouble() >= duplication) return 1;
            doubled++;
            return 2;
        }
    }
}
