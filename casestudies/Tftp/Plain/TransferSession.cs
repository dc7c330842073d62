using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Tftp.Wire;

namespace Tftp.Plain;

/// <summary>Sends one file to one client: a server that knows nothing of models.</summary>
/// <param name="client">Who asked for it.</param>
/// <param name="request">What was asked for.</param>
/// <param name="folder">Where files are.</param>
/// <param name="patience">How long to wait for an answer before sending again.</param>
public class TransferSession(IPEndPoint client, Request request, string folder, TimeSpan patience) : IServerSession
{
    private const int DefaultBlockLength = 512;
    private const int LongestBlocks = 65_464;
    private const int MostBlocks = 65_535;
    private const int Attempts = 5;
    private readonly UdpClient udp = new(new IPEndPoint(client.Address, 0));

    /// <inheritdoc/>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        if (request.Mode is not (Request.Octet or Request.NetAscii)) return await FailAsync(0, "only octet and netascii", cancellation);
        var file = await ReadAsync(cancellation);
        if (file is null) return await FailAsync(1, "no such file", cancellation);
        var options = Accept(file.Length).ToList();
        if (options.Count > 0 && !await SendAsync(Packets.OptionAck(options), 0, cancellation)) return false;
        var length = options.Find(o => o.Name == Option.BlockSize) is { } accepted ? int.Parse(accepted.Value, CultureInfo.InvariantCulture) : DefaultBlockLength;
        var last = LastBlock(file.Length, length);
        for (var number = 1; number <= last; number++)
        {
            var start = (number - 1) * length;
            var packet = Packets.Data(number, file.AsSpan(start, Math.Min(length, file.Length - start)));
            if (!await SendAsync(packet, number, cancellation)) return false;
        }

        return true;
    }

    /// <summary>Ends at once: a client whose file is transferred asks for nothing more.</summary>
    /// <param name="cancellation">Ends it.</param>
    public Task LingerAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Closes the socket.</summary>
    public void Dispose()
    {
        udp.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The number of the last block, which is shorter than the others and may be empty.</summary>
    /// <param name="fileLength">The length of the file.</param>
    /// <param name="length">The length of the other blocks.</param>
    protected virtual int LastBlock(int fileLength, int length) => fileLength / length + 1;

    /// <summary>The options that are used, with their values.</summary>
    /// <param name="fileLength">The length of the file.</param>
    protected virtual IEnumerable<Option> Accept(int fileLength)
    {
        // A server may only choose shorter blocks than were offered (RFC 2348), and with those below the default it would run out of numbers.
        if (request.Offered(Option.BlockSize) is >= DefaultBlockLength and var most) yield return new(Option.BlockSize, $"{Math.Min(most, LongestBlocks)}");
        // Curl takes a size of 0 for none.
        if (request.Offered(Option.FileSize) is not null && fileLength > 0) yield return new(Option.FileSize, $"{fileLength}");
    }

    /// <summary>Whether an acknowledgement is the one that is waited for.</summary>
    /// <param name="awaited">The number of the block that was sent.</param>
    /// <param name="number">The number of the one that is acknowledged.</param>
    protected virtual bool IsAcknowledged(int awaited, int number) => number == awaited;

    // The bytes to transfer, or null if there is no such file or it is too long.
    private async Task<byte[]?> ReadAsync(CancellationToken cancellation)
    {
        var path = Path.Combine(folder, request.File);
        if (Path.GetFileName(path) != request.File || !File.Exists(path) || new FileInfo(path).Length >= MostBlocks * DefaultBlockLength) return null;
        var file = await File.ReadAllBytesAsync(path, cancellation);
        if (request.Mode == Request.NetAscii) file = NetAscii.Encode(file);
        return file.Length < MostBlocks * DefaultBlockLength ? file : null;
    }

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
