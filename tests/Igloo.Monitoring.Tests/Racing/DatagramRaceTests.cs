using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring.Datagrams;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.Calls.End.Event;

namespace Igloo.Monitoring.Tests.Racing;

/// <summary>As over TCP, over UDP: the peer talks, says nothing, is gone, or sends junk between its messages.</summary>
public sealed class DatagramRaceTests : IDisposable
{
    private readonly Caller own = new(new Id(0));
    private readonly Caller other = new(new Id(1));
    private readonly UdpClient ownSocket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly UdpClient otherSocket = new(new IPEndPoint(IPAddress.Loopback, 0));

    /// <summary>What the other end does.</summary>
    public enum Peer
    {
        Talks,
        Stalls,
        IsGone,
        SendsJunk,
    }

    public static TheoryData<string, Peer, int> Cases =>
        [.. from kind in (string[])["events", "bytes"] from peer in Enum.GetValues<Peer>() from seed in Enumerable.Range(0, 4) select (kind, peer, seed)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IPEndPoint OwnEnd { get; set; } = null!;

    private IPEndPoint OtherEnd { get; set; } = null!;

    public void Dispose()
    {
        ownSocket.Dispose();
        otherSocket.Dispose();
        own.Dispose();
        other.Dispose();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Everything_ends_and_what_was_recorded_is_a_run(string kind, Peer peer, int seed)
    {
        (OwnEnd, OtherEnd) = ((IPEndPoint)ownSocket.Client.LocalEndPoint!, (IPEndPoint)otherSocket.Client.LocalEndPoint!);
        var endsMonitor = seed % 2 == 0;

        await (kind == "events" ? OfEvents(endsMonitor) : OfBytes(endsMonitor)).Run(seed, random => Answer(peer, random));

        Caller.AssertAccepted(isOrdered: false, endsMonitor ? own.Ended() : own.Settle(mostStates: 16), other.Ended());
    }

    private Race OfEvents(bool endsMonitor)
    {
        var udp = own.Monitor.Over(ownSocket, new Codec(OtherEnd));
        return new()
        {
            Say = (n, cancellation) => udp.SendAsync(new E.Say(n), cancellation).AsTask(),
            Hear = async cancellation => await udp.ReceiveAsync<E.Hear>(cancellation) is not null,
            Dispose = () => End(udp, endsMonitor),
        };
    }

    private Race OfBytes(bool endsMonitor)
    {
        var udp = own.Monitor.Wrap(ownSocket, new Codec(OtherEnd));
        return new()
        {
            Say = (n, cancellation) => udp.SendAsync(Codec.Bytes(n), OtherEnd, cancellation).AsTask(),
            Hear = async cancellation => (await udp.ReceiveAsync(cancellation)).Buffer.Length > 0,
            Dispose = () => End(udp, endsMonitor),
        };
    }

    // The wrapper ends its monitor too; the socket alone does not.
    private Task End(IDisposable udp, bool endsMonitor)
    {
        if (endsMonitor) udp.Dispose();
        else ownSocket.Dispose();
        return Task.CompletedTask;
    }

    private async Task Answer(Peer peer, Random random)
    {
        using var udp = other.Monitor.Over(otherSocket, new Codec(OwnEnd));
        if (peer == Peer.Stalls) return;
        try
        {
            for (var n = 0; n < 30; n++)
            {
                await udp.SendAsync(new E.Say(1_000 + n), Cancellation);
                if (peer == Peer.SendsJunk) await otherSocket.SendAsync(new byte[random.Next(9)], OwnEnd, Cancellation);
                if (peer == Peer.IsGone && n == 3) return;
                using var soon = new CancellationTokenSource();
                var hearing = udp.ReceiveAsync<E.Hear>(soon.Token).AsTask();
                await Task.Yield();
                if (n % 2 == 0) await soon.CancelAsync();
                else await Task.WhenAny(hearing, Task.Delay(1, Cancellation));
                await soon.CancelAsync();
                await Task.WhenAny(hearing);
                Assert.True(hearing.IsCanceled || hearing.Exception is null || Race.IsExpected(hearing.Exception.InnerException!), hearing.Exception?.ToString());
            }
        }
        catch (Exception failure) when (Race.IsExpected(failure))
        {
        }
    }

    private sealed class Codec(IPEndPoint to) : IDatagramCodec<E>, IDatagramObserver<E>
    {
        public int MaximumLength => 4;

        public static byte[] Bytes(int n)
        {
            var bytes = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(bytes, n);
            return bytes;
        }

        public EncodedDatagram Encode(E sent, Span<byte> datagram)
        {
            Bytes(((E.Say)sent).N).CopyTo(datagram);
            return new(4, to);
        }

        public bool TryDecode(ReadOnlySpan<byte> datagram, IPEndPoint from, [NotNullWhen(true)] out E? received)
        {
            received = BinaryPrimitives.TryReadInt32BigEndian(datagram, out var n) && n > 0 ? new E.Hear(n) : null;
            return received is not null;
        }

        public bool TryDecodeSent(ReadOnlySpan<byte> datagram, IPEndPoint to, [NotNullWhen(true)] out E? sent)
        {
            sent = BinaryPrimitives.TryReadInt32BigEndian(datagram, out var n) ? new E.Say(n) : null;
            return sent is not null;
        }
    }
}
