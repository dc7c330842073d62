using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring;
using Igloo.Monitoring.Datagrams;
using Igloo.Values;
using Tftp.Model;
using Tftp.Wire;

namespace Tftp.Monitored;

/// <summary>Sends one file to one client: the same server under a monitor.</summary>
/// <param name="client">Who asked for it.</param>
/// <param name="request">What was asked for.</param>
/// <param name="folder">Where files are.</param>
/// <param name="patience">How long to wait for an answer before sending again.</param>
public class TransferSession(IPEndPoint client, Request request, string folder, TimeSpan patience) : IDisposable
{
    private const int BlockLength = 512;
    private const int MostBlocks = 65_535;
    private const int Attempts = 5;
    private readonly MonitoredUdpClient<Transfer.State, Transfer.Event> udp = PermissionMonitor
        .Start(new Transfer(Address.Of(client), request.File, Set<string>.Of(request.Options.AsSpan()), new StoredFiles()))
        .Wrap(new UdpClient(new IPEndPoint(client.Address, 0)), new TransferCodec());

    /// <summary>Sends the file, or says why not.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether the client has acknowledged all of it.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        if (request.Mode != "octet") return await FailAsync(0, "only octet mode", cancellation);
        var reading = udp.Monitor.Begin(new Transfer.Event.Read(request.File, default));
        var path = Path.Combine(folder, request.File);
        var isServed = Path.GetFileName(path) == request.File && File.Exists(path) && new FileInfo(path).Length < MostBlocks * BlockLength;
        var file = isServed ? await File.ReadAllBytesAsync(path, cancellation) : null;
        udp.Monitor.Deliver(reading, new Transfer.Event.Read(request.File, new Content(file is null ? null : new StoredFile(file))));
        if (file is null) return await FailAsync(1, "no such file", cancellation);
        // Curl takes a size of 0 for none.
        if (file.Length > 0 && IsAccepted("tsize", request) && !await SendAsync(Packets.OptionAck("tsize", file.Length), 0, cancellation)) return false;
        var last = LastBlock(file.Length);
        for (var number = 1; number <= last; number++)
        {
            var start = (number - 1) * BlockLength;
            var packet = Packets.Data(number, file.AsSpan(start, Math.Min(BlockLength, file.Length - start)));
            if (!await SendAsync(packet, number, cancellation)) return false;
        }

        udp.Perform(new Transfer.Event.Finish());
        return true;
    }

    /// <summary>Closes the socket.</summary>
    public void Dispose()
    {
        udp.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The number of the last block, which is shorter than the others and may be empty.</summary>
    protected virtual int LastBlock(int length) => length / BlockLength + 1;

    /// <summary>Whether an option is used.</summary>
    protected virtual bool IsAccepted(string option, Request offer) => offer.Options.Contains(option);

    /// <summary>Whether an acknowledgement is the one that is waited for.</summary>
    protected virtual bool IsAcknowledged(int awaited, int number) => number == awaited;

    private async Task<bool> FailAsync(int code, string text, CancellationToken cancellation)
    {
        await udp.SendAsync(Packets.Error(code, text), client, cancellation);
        return false;
    }

    // Sends a packet, again whenever the time for an answer is over, until it is acknowledged. False: the client has given up or is gone.
    private async Task<bool> SendAsync(byte[] packet, int number, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await udp.SendAsync(packet, client, cancellation);
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            waiting.CancelAfter(patience);
            try
            {
                if (await AnsweredAsync(number, waiting.Token) is { } isAcknowledged) return isAcknowledged;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                udp.Perform(new Transfer.Event.TimeOut());
            }
        }

        return false;
    }

    private async Task<bool?> AnsweredAsync(int number, CancellationToken cancellation)
    {
        while (true)
        {
            var answer = await udp.ReceiveAsync(cancellation);
            if (!answer.RemoteEndPoint.Equals(client)) await udp.SendAsync(Packets.Error(5, "unknown transfer"), answer.RemoteEndPoint, cancellation);
            else if (Packets.Acknowledged(answer.Buffer) is not { } acknowledged) return false;
            else if (IsAcknowledged(number, acknowledged)) return true;
        }
    }
}
