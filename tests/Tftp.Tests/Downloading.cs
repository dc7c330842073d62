using System.Net;
using System.Net.Sockets;
using Tftp.Monitored;
using Tftp.Wire;

namespace Tftp.Tests;

/// <summary>A client, and a server that a test plays packet by packet.</summary>
internal sealed class Downloading : IAsyncDisposable
{
    private readonly UdpClient requests = OnLoopback();
    private readonly UdpClient transfer = OnLoopback();
    private readonly CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(Serving.Cancellation);
    private readonly DownloadSession session;
    private readonly Task<Outcome> running;
    private IPEndPoint? client;

    public Downloading(Func<IPEndPoint, Request, DownloadSession> start, params Option[] options)
    {
        session = start((IPEndPoint)requests.Client.LocalEndPoint!, new(Opcode.Read, "f", Request.Octet, [.. options]));
        running = session.RunAsync(ending.Token);
    }

    public Downloading(params Option[] options)
        : this((server, request) => new(server, request, Serving.Patience), options)
    {
    }

    public static UdpClient OnLoopback() => new(new IPEndPoint(IPAddress.Loopback, 0));

    /// <summary>How it ended.</summary>
    public Task<Outcome> Outcome => running.WaitAsync(TimeSpan.FromMinutes(1), Serving.Cancellation);

    /// <summary>What it has read, once it has ended.</summary>
    public async Task<byte[]?> File() => (await Outcome).File?.ToArray();

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

    public Task Sends(byte[] packet) => Sends(transfer, packet);

    public async Task Sends(UdpClient from, byte[] packet) => await from.SendAsync(packet, client!, Serving.Cancellation);

    public Task Lingers() => session.LingerAsync(ending.Token);

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
