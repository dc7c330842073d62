using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring.Datagrams;
using Igloo.Monitoring.Health;
using Igloo.Monitoring.Streams;
using Igloo.Monitoring.Tests.Datagrams;
using Igloo.Monitoring.Tests.Models;
using Igloo.Monitoring.Tests.Streams;

namespace Igloo.Monitoring.Tests;

/// <summary>Wrappers are disposed of in every state: what is in flight ends, later calls fail, nothing leaves, and a second time does nothing.</summary>
public sealed class DisposalTests : IDisposable
{
    private readonly Wire wire = new();
    private readonly List<Task> inFlight = [];

    /// <summary>What has happened before the disposal.</summary>
    public enum Before
    {
        Nothing,
        ReadBegan,
        WriteStalled,
        FrameIncomplete,
        WriteRefused,
        WriteFailed,
        PeerEnded,
        ComponentStopped,
        MonitorEnded,
        Disposal,
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, Before> Cases => [.. from kind in (string[])["stream", "connection", "pipe"] from before in Enum.GetValues<Before>() select (kind, before)];

    public static TheoryData<Before> SocketCases => [Before.Nothing, Before.ReadBegan, Before.WriteRefused, Before.ComponentStopped, Before.MonitorEnded, Before.Disposal];

    public void Dispose() => wire.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Stream_ends_whatever_happened_before(string kind, Before before)
    {
        var wrapped = kind switch
        {
            "stream" => Of(Dialogues.Start().Wrap(wire, Dialogues.Protocol)),
            "connection" => Of(Dialogues.Start().Over(wire, Dialogues.Protocol)),
            _ => Of(Dialogues.Start().Wrap(new Duplex(PipeReader.Create(wire), PipeWriter.Create(wire)), Dialogues.Protocol)),
        };
        await Bring(wrapped, before);
        var written = wire.Written;

        await wrapped.Dispose();
        await wrapped.Dispose();

        Assert.Equal(written, wire.Written);
        foreach (var operation in inFlight) await Assert.ThrowsAnyAsync<Exception>(() => operation);
        await AssertEnded(wrapped);
        Assert.Equal(written, wire.Written);
    }

    [Theory]
    [MemberData(nameof(SocketCases))]
    public async Task Stream_socket_ends_whatever_happened_before(Before before)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var own = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await own.ConnectAsync(listener.LocalEndpoint, Cancellation);
        using var peer = await listener.AcceptSocketAsync(Cancellation);
        var socket = Dialogues.Start().Wrap(own, Dialogues.Protocol);
        var wrapped = new Wrapped(
            socket.Monitor, () => socket.ReceiveAsync(new byte[9], Cancellation).AsTask(), b => socket.SendAsync(b, Cancellation).AsTask(), () => Task.Run(socket.Dispose, Cancellation));
        await Bring(wrapped, before);

        await wrapped.Dispose();
        await wrapped.Dispose();

        foreach (var operation in inFlight) await Assert.ThrowsAnyAsync<Exception>(() => operation);
        await AssertEnded(wrapped);
        Assert.Equal(0, await peer.ReceiveAsync(new byte[9], Cancellation));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Datagram_sockets_end_with_a_receive_in_flight(bool isOfBytes)
    {
        using var own = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        using var monitor = PermissionMonitor.Start(new RingNode(new Id(2), default));
        using IDisposable socket = isOfBytes ? monitor.Wrap(own, new RingCodec()) : monitor.Over(own, new RingCodec());
        Task Receive() => socket is MonitoredUdpClient<RingNode.State, RingNode.Event> bytes
            ? bytes.ReceiveAsync(Cancellation).AsTask()
            : ((MonitoredUdp<RingNode.State, RingNode.Event>)socket).ReceiveAsync<RingNode.Event.Receive>(Cancellation).AsTask();
        var receiving = Receive();

        socket.Dispose();
        socket.Dispose();

        await Assert.ThrowsAnyAsync<Exception>(() => receiving);
        await Assert.ThrowsAsync<ObjectDisposedException>(Receive);
        Assert.Equal(MonitorStatus.Ended, monitor.Health.Status);
    }

    [Fact]
    public async Task Datagram_that_comes_after_the_monitor_has_ended_is_not_handed_over()
    {
        using var loopback = new Loopback();
        var receiving = loopback.Node.ReceiveAsync<RingNode.Event.Receive>(Cancellation).AsTask();

        loopback.Node.Monitor.Dispose();
        await loopback.PeerSends(0, 0, 0, 7);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => receiving);
        Assert.True(loopback.Node.State.Inbox.IsEmpty);
    }

    private async Task Bring(Wrapped wrapped, Before before)
    {
        switch (before)
        {
            case Before.ReadBegan:
                inFlight.Add(wrapped.Read());
                break;
            case Before.WriteStalled:
                wire.Stalled = wire.Closed;
                inFlight.Add(wrapped.Write(Dialogues.Says(0)));
                break;
            case Before.FrameIncomplete:
                await wrapped.Write("1"u8.ToArray());
                break;
            case Before.WriteRefused:
                await Assert.ThrowsAnyAsync<Exception>(() => wrapped.Write(Dialogues.Says(5)));
                break;
            case Before.WriteFailed:
                wire.Capacity = 1;
                await Assert.ThrowsAnyAsync<Exception>(() => wrapped.Write(Dialogues.Says(0)));
                break;
            case Before.PeerEnded:
                wire.PeerEnds();
                await wrapped.Read();
                break;
            case Before.ComponentStopped:
                wrapped.Monitor.Stop();
                break;
            case Before.MonitorEnded:
                wrapped.Monitor.Dispose();
                break;
            case Before.Disposal:
                await wrapped.Dispose();
                break;
        }
    }

    private static async Task AssertEnded(Wrapped wrapped)
    {
        foreach (var operation in (Func<Task>[])[wrapped.Read, () => wrapped.Write(Dialogues.Says(0))])
        {
            var failure = await Assert.ThrowsAnyAsync<Exception>(operation);
            Assert.True(failure is InvalidOperationException or IOException, failure.ToString());
        }
    }

    private static Wrapped Of(MonitoredStream<Dialogue.State, Dialogue.Event> stream) => new(
        stream.Monitor, () => stream.ReadAsync(new byte[9], Cancellation).AsTask(), b => stream.WriteAsync(b, Cancellation).AsTask(), () => stream.DisposeAsync().AsTask());

    private static Wrapped Of(MonitoredConnection<Dialogue.State, Dialogue.Event> connection) => new(
        connection.Monitor,
        () => connection.ReceiveAsync<Dialogue.Event.Hear>(Cancellation).AsTask(),
        b => b is [.. var digits, (byte)'\n'] ? connection.SendAsync(new Dialogue.Event.Say(digits[0] - '0'), Cancellation).AsTask() : Task.CompletedTask,
        () => connection.DisposeAsync().AsTask());

    private static Wrapped Of(MonitoredPipe<Dialogue.State, Dialogue.Event> pipe) => new(
        pipe.Monitor, () => pipe.Input.ReadAsync(Cancellation).AsTask(), b => pipe.Output.WriteAsync(b, Cancellation).AsTask(), () => pipe.DisposeAsync().AsTask());

    private sealed record Wrapped(PermissionMonitor<Dialogue.State, Dialogue.Event> Monitor, Func<Task> Read, Func<byte[], Task> Write, Func<Task> Dispose);

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
