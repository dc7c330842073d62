using System.IO.Pipelines;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Streams;
using Igloo.Monitoring.Tests.Models;

namespace Igloo.Monitoring.Tests.Streams;

/// <summary>The same program over each kind of stream: one good line out, one word in, one bad line that never leaves.</summary>
public sealed class TransportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Network_stream_passes_what_is_permitted_and_nothing_else()
    {
        var (own, peer) = await Connected();
        using var peerStream = new NetworkStream(peer, ownsSocket: true);
        await using var stream = Dialogues.Start().Wrap(new NetworkStream(own, ownsSocket: true), Dialogues.Protocol);

        await Converse(stream, peerStream);
    }

    [Fact]
    public async Task Stream_socket_passes_what_is_permitted_and_nothing_else()
    {
        var (own, peer) = await Connected();
        using var peerStream = new NetworkStream(peer, ownsSocket: true);
        using var socket = Dialogues.Start().Wrap(own, Dialogues.Protocol);

        await peerStream.WriteAsync(Dialogues.Words("one"), Cancellation);
        Assert.Equal(2, await socket.SendAsync(Dialogues.Says(0), Cancellation));
        Assert.Equal(7, await socket.ReceiveAsync(new byte[16], Cancellation));
        await Assert.ThrowsAsync<PermissionViolationException>(async () => await socket.SendAsync(Dialogues.Says(5), Cancellation));
        socket.Shutdown(SocketShutdown.Send);

        Assert.Equal(Dialogues.Says(0), await ToEnd(peerStream));
    }

    [Fact]
    public async Task Tls_stream_passes_what_is_permitted_and_nothing_else()
    {
        var (own, peer) = await Connected();
        using var certificate = SelfSigned();
        await using var peerStream = new SslStream(new NetworkStream(peer, ownsSocket: true));
        var serving = peerStream.AuthenticateAsServerAsync(certificate);
        var tls = new SslStream(new NetworkStream(own, ownsSocket: true), leaveInnerStreamOpen: false, (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString());
        await tls.AuthenticateAsClientAsync("localhost");
        await serving;
        await using var stream = Dialogues.Start().Wrap(tls, Dialogues.Protocol);

        await Converse(stream, peerStream);
    }

    [Fact]
    public async Task Pipes_pass_what_is_permitted_and_nothing_else()
    {
        Pipe toPeer = new(), toProgram = new();
        await using var pipe = Dialogues.Start().Wrap(new Duplex(toProgram.Reader, toPeer.Writer), Dialogues.Protocol);

        await toProgram.Writer.WriteAsync(Dialogues.Words("one"), Cancellation);
        await pipe.Output.WriteAsync(Dialogues.Says(0), Cancellation);
        var read = await pipe.Input.ReadAsync(Cancellation);
        Assert.Equal(7, read.Buffer.Length);
        pipe.Input.AdvanceTo(read.Buffer.End);
        await Assert.ThrowsAsync<PermissionViolationException>(async () => await pipe.Output.WriteAsync(Dialogues.Says(5), Cancellation));
        await toPeer.Writer.CompleteAsync();

        Assert.Equal(Dialogues.Says(0), await ToEnd(toPeer.Reader.AsStream()));
    }

    [Fact]
    public async Task Connection_sends_and_receives_events()
    {
        var (own, peer) = await Connected();
        using var peerStream = new NetworkStream(peer, ownsSocket: true);
        await using (var connection = Dialogues.Start().Over(new NetworkStream(own, ownsSocket: true), Dialogues.Protocol))
        {
            await peerStream.WriteAsync(Dialogues.Words("one", "two"), Cancellation);
            await connection.SendAsync(new Dialogue.Event.Say(0), Cancellation);
            Assert.Equal("one", (await connection.ReceiveAsync<Dialogue.Event.Hear>(Cancellation))!.Word);
            Assert.Equal("two", (await connection.ReceiveAsync<Dialogue.Event.Hear>(Cancellation))!.Word);
            await Assert.ThrowsAsync<PermissionViolationException>(async () => await connection.SendAsync(new Dialogue.Event.Say(5), Cancellation));
            await Assert.ThrowsAsync<PreconditionViolationException>(async () => await connection.SendAsync(new Dialogue.Event.Say(-1), Cancellation));
            await connection.SendAsync(new Dialogue.Event.Say(1), Cancellation);
            peer.Shutdown(SocketShutdown.Send);
            Assert.Null(await connection.ReceiveAsync<Dialogue.Event.Hear>(Cancellation));
        }

        Assert.Equal(Dialogues.Says(0, 1), await ToEnd(peerStream));
    }

    private static async Task Converse(Stream program, Stream peer)
    {
        await peer.WriteAsync(Dialogues.Words("one"), Cancellation);
        await program.WriteAsync(Dialogues.Says(0), Cancellation);
        await program.FlushAsync(Cancellation);
        await program.ReadExactlyAsync(new byte[7], Cancellation);
        await Assert.ThrowsAsync<PermissionViolationException>(async () => await program.WriteAsync(Dialogues.Says(5), Cancellation));
        await program.DisposeAsync();

        Assert.Equal(Dialogues.Says(0), await ToEnd(peer));
    }

    private static async Task<byte[]> ToEnd(Stream stream)
    {
        var all = new MemoryStream();
        await stream.CopyToAsync(all, Cancellation);
        return all.ToArray();
    }

    private static async Task<(Socket Own, Socket Peer)> Connected()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var own = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await own.ConnectAsync(listener.LocalEndpoint, Cancellation);
        return (own, await listener.AcceptSocketAsync(Cancellation));
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
