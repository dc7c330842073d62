using System.Net;
using System.Net.Sockets;
using Tftp.Wire;

namespace Tftp.Monitored;

/// <summary>Receives requests, and starts a transfer for each, on a port of its own (RFC 1350, section 4). It sends nothing itself.</summary>
/// <param name="local">Where requests come in; port 0 for one that the system picks.</param>
/// <param name="read">Makes the transfer of a request to read.</param>
/// <param name="write">Makes the transfer of a request to write.</param>
public sealed class TftpServer(IPEndPoint local, Func<IPEndPoint, Request, IServerSession> read, Func<IPEndPoint, Request, IServerSession> write) : IDisposable
{
    private readonly UdpClient requests = new(local);

    /// <summary>Where requests come in.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)requests.Client.LocalEndPoint!;

    /// <summary>Serves until cancelled, and ends with its transfers.</summary>
    /// <param name="finished">Told of each transfer: its request, and what ended it early or null; again if something goes wrong while it lingers.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task RunAsync(Action<Request, Exception?> finished, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(finished);
        var transfers = new List<Task>();
        try
        {
            while (true)
            {
                var datagram = await requests.ReceiveAsync(cancellation);
                transfers.RemoveAll(t => t.IsCompleted);
                if (Request.TryDecode(datagram.Buffer) is { } request) transfers.Add(Transfer(datagram.RemoteEndPoint, request, finished, cancellation));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(transfers);
        }
    }

    /// <summary>Closes the socket.</summary>
    public void Dispose() => requests.Dispose();

    private async Task Transfer(IPEndPoint client, Request request, Action<Request, Exception?> finished, CancellationToken cancellation)
    {
        using var session = request.Opcode == Opcode.Write ? write(client, request) : read(client, request);
        try
        {
            var isTransferred = await session.RunAsync(cancellation);
            finished(request, null);
            if (isTransferred) await session.LingerAsync(cancellation);
        }
        catch (Exception failure)
        {
            finished(request, failure);
        }
    }
}
