using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring.Streams;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.Calls.End.Event;

namespace Igloo.Monitoring.Tests.Racing;

/// <summary>
/// Sends and receives over one TCP connection, cancelled and disposed of at random points, while the peer talks, stalls, resets, ends its side,
/// or ends inside a frame. Nothing hangs, no permission stays reserved, and what both ends recorded is a run of the system.
/// </summary>
public sealed class StreamRaceTests : IAsyncLifetime
{
    private readonly Caller own = new(new Id(0));
    private readonly Caller other = new(new Id(1));
    private Socket ownSocket = null!;
    private Socket otherSocket = null!;

    /// <summary>What the other end does.</summary>
    public enum Peer
    {
        Talks,
        Stalls,
        Resets,
        EndsItsSide,
        EndsInsideAFrame,
    }

    public static TheoryData<string, Peer, int> Cases =>
        [.. from kind in (string[])["stream", "socket", "connection"] from peer in Enum.GetValues<Peer>() from seed in Enumerable.Range(0, 4) select (kind, peer, seed)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Server.ReceiveBufferSize = 4_096;
        listener.Start();
        ownSocket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { SendBufferSize = 4_096, ReceiveBufferSize = 4_096 };
        await ownSocket.ConnectAsync(listener.LocalEndpoint, Cancellation);
        otherSocket = await listener.AcceptSocketAsync(Cancellation);
        otherSocket.SendBufferSize = 4_096;
    }

    public ValueTask DisposeAsync()
    {
        ownSocket.Dispose();
        otherSocket.Dispose();
        own.Dispose();
        other.Dispose();
        return default;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Everything_ends_and_what_was_recorded_is_a_run(string kind, Peer peer, int seed)
    {
        await Wrapped(kind).Run(seed, random => Answer(peer, random));

        Caller.AssertAccepted(isOrdered: true, own.Settle(mostStates: 2), other.Settle(mostStates: 2));
    }

    private Race Wrapped(string kind) => kind switch
    {
        "stream" => Of(own.Monitor.Wrap(new NetworkStream(ownSocket, ownsSocket: true), Voice.Protocol)),
        "socket" => Of(own.Monitor.Wrap(ownSocket, Voice.Protocol)),
        _ => Of(own.Monitor.Over(new NetworkStream(ownSocket, ownsSocket: true), Voice.Protocol)),
    };

    private async Task Answer(Peer peer, Random random)
    {
        await using var connection = other.Monitor.Over(new NetworkStream(otherSocket, ownsSocket: true), Voice.Protocol);
        try
        {
            var answers = peer == Peer.Stalls ? 0 : random.Next(8);
            for (var n = 0; n < answers; n++)
            {
                await connection.SendAsync(new E.Say(1_000 + n), Cancellation);
                if (await connection.ReceiveAsync<E.Hear>(Cancellation) is null) return;
            }

            switch (peer)
            {
                case Peer.Talks:
                    while (await connection.ReceiveAsync<E.Hear>(Cancellation) is not null)
                    {
                    }

                    break;
                case Peer.Stalls:
                    // Until the other end is gone, without reading anything.
                    while (!otherSocket.Poll(1_000, SelectMode.SelectError) && !IsEnded()) await Task.Yield();
                    break;
                case Peer.Resets:
                    otherSocket.LingerState = new(true, 0);
                    break;
                case Peer.EndsItsSide:
                    otherSocket.Shutdown(SocketShutdown.Send);
                    while (await connection.ReceiveAsync<E.Hear>(Cancellation) is not null)
                    {
                    }

                    break;
                case Peer.EndsInsideAFrame:
                    await otherSocket.SendAsync(Voice.Line(1).AsMemory(0, random.Next(1, Voice.Width)), Cancellation);
                    break;
            }
        }
        catch (Exception failure) when (Race.IsExpected(failure))
        {
        }
    }

    private bool IsEnded() => ownSocket.SafeHandle.IsClosed;

    private static Race Of(MonitoredStream<Calls.End.State, E> stream) => new()
    {
        Say = (n, cancellation) => stream.WriteAsync(Voice.Line(n), cancellation).AsTask(),
        Hear = async cancellation => await stream.ReadAsync(new byte[Voice.Width], cancellation) > 0,
        Dispose = () => stream.DisposeAsync().AsTask(),
    };

    private static Race Of(MonitoredSocket<Calls.End.State, E> socket) => new()
    {
        Say = (n, cancellation) => socket.SendAsync((byte[])[.. Voice.Line(n), .. Voice.Line(n)], cancellation).AsTask(),
        Hear = async cancellation => await socket.ReceiveAsync(new byte[Voice.Width], cancellation) > 0,
        Dispose = () =>
        {
            socket.Dispose();
            return Task.CompletedTask;
        },
    };

    private static Race Of(MonitoredConnection<Calls.End.State, E> connection) => new()
    {
        Say = (n, cancellation) => connection.SendAsync(new E.Say(n), cancellation).AsTask(),
        Hear = async cancellation => await connection.ReceiveAsync<E.Hear>(cancellation) is not null,
        Dispose = () => connection.DisposeAsync().AsTask(),
    };
}
