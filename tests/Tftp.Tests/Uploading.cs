using System.Net;
using System.Net.Sockets;
using Tftp.Monitored;
using Tftp.Wire;

namespace Tftp.Tests;

/// <summary>A client that writes, and a server that a test plays packet by packet.</summary>
internal sealed class Uploading : IAsyncDisposable
{
    private readonly UdpClient requests = Downloading.OnLoopback();
    private readonly UdpClient transfer = Downloading.OnLoopback();
    private readonly CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(Serving.Cancellation);
    private readonly UploadSession session;
    private readonly Task<string?> running;
    private IPEndPoint? client;

    public Uploading(Func<IPEndPoint, Request, UploadSession> start, params Option[] options)
    {
        session = start((IPEndPoint)requests.Client.LocalEndPoint!, new(Opcode.Write, "f", Request.Octet, [.. options]));
        running = session.RunAsync(ending.Token);
    }

    public Uploading(byte[] file, params Option[] options)
        : this((server, request) => new(server, request, file, Serving.Patience), options)
    {
    }

    /// <summary>Why the file is not written, or null if it is.</summary>
    public Task<string?> Failure => running.WaitAsync(TimeSpan.FromMinutes(1), Serving.Cancellation);

    /// <summary>How many bytes from the client wait at the server.</summary>
    public int Waiting => requests.Available + transfer.Available;

    /// <summary>The request.</summary>
    public async Task<byte[]> IsAsked()
    {
        var request = await Receives(requests);
        client = request.RemoteEndPoint;
        return request.Buffer;
    }

    /// <summary>What the client says to the transfer.</summary>
    public async Task<byte[]> Hears() => (await Receives(transfer)).Buffer;

    public Task Acknowledges(int number) => Sends(Packets.Ack(number));

    public Task Sends(byte[] packet) => Sends(transfer, packet);

    public async Task Sends(UdpClient from, byte[] packet) => await from.SendAsync(packet, client!, Serving.Cancellation);

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        session.Dispose();
        requests.Dispose();
        transfer.Dispose();
        ending.Dispose();
    }

    private static async Task<UdpReceiveResult> Receives(UdpClient socket) =>
        await socket.ReceiveAsync(Serving.Cancellation).AsTask().WaitAsync(TimeSpan.FromMinutes(1), Serving.Cancellation);
}
