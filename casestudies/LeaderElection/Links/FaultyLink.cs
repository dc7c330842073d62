using System.Net;
using System.Net.Sockets;

namespace LeaderElection.Links;

/// <summary>
/// A proxy before one node: takes datagrams at an address of its own and passes them on to the node's socket, with faults. It is part
/// of the environment and knows no messages.
/// </summary>
public sealed class FaultyLink : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(20);

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly FaultPlan plan;
    private readonly PriorityQueue<(ReadOnlyMemory<byte> Bytes, long Number), long> pending = new();
    private readonly Thread thread;
    private readonly TimeProvider clock = TimeProvider.System;
    private volatile IPEndPoint? receiver;
    private volatile bool isClosing;
    private volatile LinkStatistics statistics = LinkStatistics.None;
    private long lastPassed;

    /// <summary>Opens a link on a free port of the loopback interface.</summary>
    /// <param name="faults">How badly it treats datagrams.</param>
    /// <param name="seed">The seed of its decisions.</param>
    public FaultyLink(LinkFaults faults, int seed)
    {
        plan = new(faults, seed);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Address = (IPEndPoint)socket.LocalEndPoint!;
        thread = new Thread(Run) { IsBackground = true, Name = $"link at {Address}" };
        thread.Start();
    }

    /// <summary>Where senders reach the node.</summary>
    public IPEndPoint Address { get; }

    /// <summary>What became of the datagrams so far. Those still on their way are counted as taken only.</summary>
    public LinkStatistics Statistics => statistics;

    /// <summary>Says where the node's socket is. Datagrams that are due before are lost.</summary>
    /// <param name="node">The socket of the node.</param>
    public void PassOnTo(IPEndPoint node) => receiver = node;

    /// <summary>Closes the link; what is on its way is lost.</summary>
    public void Dispose()
    {
        isClosing = true;
        thread.Join();
        statistics = statistics with { Refused = statistics.Refused + pending.Count };
        pending.Clear();
        socket.Dispose();
    }

    private void Run()
    {
        var buffer = new byte[65_536];
        while (!isClosing)
        {
            if (TryReceive(buffer) is { } datagram) Take(datagram);
            PassDue();
        }
    }

    private byte[]? TryReceive(byte[] buffer)
    {
        try
        {
            if (!socket.Poll(UntilNext(), SelectMode.SelectRead)) return null;
            EndPoint from = new IPEndPoint(IPAddress.Any, 0);
            return buffer[..socket.ReceiveFrom(buffer, ref from)];
        }
        catch (SocketException)
        {
            // Some systems report here that an earlier datagram found no receiver.
            return null;
        }
    }

    private TimeSpan UntilNext()
    {
        if (!pending.TryPeek(out _, out var due)) return LongestWait;
        var wait = clock.GetElapsedTime(clock.GetTimestamp(), due);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestWait ? wait : LongestWait;
    }

    private void Take(byte[] datagram)
    {
        var taken = statistics.Taken + 1;
        var copies = plan.Decide(datagram);
        statistics = statistics with
        {
            Taken = taken,
            Lost = statistics.Lost + (copies.IsEmpty ? 1 : 0),
            Duplicated = statistics.Duplicated + (copies.Length > 1 ? 1 : 0),
            Corrupted = statistics.Corrupted + copies.Count(c => !c.Bytes.Span.SequenceEqual(datagram)),
        };
        var now = clock.GetTimestamp();
        foreach (var (bytes, delay) in copies)
        {
            pending.Enqueue((bytes, taken), now + (long)(delay.TotalSeconds * clock.TimestampFrequency));
        }
    }

    private void PassDue()
    {
        while (pending.TryPeek(out var next, out var due) && due <= clock.GetTimestamp())
        {
            pending.Dequeue();
            var isPassed = TryPass(next.Bytes.Span);
            statistics = statistics with
            {
                Passed = statistics.Passed + (isPassed ? 1 : 0),
                Refused = statistics.Refused + (isPassed ? 0 : 1),
                Reordered = statistics.Reordered + (isPassed && next.Number < lastPassed ? 1 : 0),
            };
            lastPassed = Math.Max(lastPassed, next.Number);
        }
    }

    private bool TryPass(ReadOnlySpan<byte> datagram)
    {
        if (receiver is not { } node) return false;
        try
        {
            socket.SendTo(datagram, node);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
