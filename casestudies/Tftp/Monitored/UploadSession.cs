using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring;
using Igloo.Monitoring.Datagrams;
using Igloo.Values;
using Tftp.Model;
using Tftp.Wire;

namespace Tftp.Monitored;

/// <summary>Writes one file to a server: the same client under a monitor.</summary>
/// <param name="server">Where the server takes requests.</param>
/// <param name="request">What to ask for.</param>
/// <param name="file">The bytes to transfer.</param>
/// <param name="patience">How long to wait for an answer before sending again.</param>
public class UploadSession(IPEndPoint server, Request request, ReadOnlyMemory<byte> file, TimeSpan patience) : IDisposable
{
    private const int DefaultBlockLength = 512;
    private const int ShortestBlocks = 8;
    private const int LongestBlocks = 65_464;
    private const int MostBlocks = 65_535;
    private const int Attempts = 5;
    private readonly MonitoredUdpClient<Upload.State, Upload.Event> udp = PermissionMonitor
        .Start(new Upload(Address.Of(server), new WriteRequest(request.File, Readings.Of(request.Options)), new Content(new StoredFile(file)), new StoredFiles(), new MachineHosts()))
        .Wrap(new UdpClient(new IPEndPoint(IPAddress.Any, 0)), new UploadCodec());
    private int current;
    private int blockLength = DefaultBlockLength;
    private IPEndPoint? peer;
    private bool isComplete;
    private string? failure;

    /// <summary>Writes the file, or says why not.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why not; null if the server has all of it.</returns>
    public async Task<string?> RunAsync(CancellationToken cancellation)
    {
        var latest = request.Encode();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await udp.SendAsync(latest, peer ?? server, cancellation);
            if (failure is not null) return failure;
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            waiting.CancelAfter(patience);
            try
            {
                var next = await NextAsync(waiting.Token);
                if (isComplete)
                {
                    udp.Perform(new Upload.Event.Finish());
                    return null;
                }

                if (next is null) return failure;
                latest = next;
                attempt = -1;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                udp.Perform(new Upload.Event.TimeOut());
            }
        }

        return "no answer";
    }

    /// <summary>Closes the socket.</summary>
    public void Dispose()
    {
        udp.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether an accepted option was offered, with a value that it may have.</summary>
    /// <param name="option">What the server accepts.</param>
    protected virtual bool IsOffered(Option option) => request.Offered(option.Name) is { } offered && option.Number is { } value
        && option.Name switch
        {
            Option.BlockSize => value >= ShortestBlocks && value <= Math.Min(offered, LongestBlocks),
            Option.FileSize => value == offered,
            _ => false,
        };

    /// <summary>Whether an acknowledgement is the one that is waited for.</summary>
    /// <param name="awaited">The number of the block that was sent, 0 for the request.</param>
    /// <param name="number">The number of the one that is acknowledged.</param>
    protected virtual bool IsAcknowledged(int awaited, int number) => number == awaited;

    /// <summary>The number of the last block, which is shorter than the others and may be empty.</summary>
    /// <param name="fileLength">The length of the file.</param>
    /// <param name="length">The length of the other blocks.</param>
    protected virtual int LastBlock(int fileLength, int length) => fileLength / length + 1;

    // Waits for an answer that there is something to send after, and says what; null if that is the end.
    private async Task<byte[]?> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var datagram = await udp.ReceiveAsync(cancellation);
            if (peer is null ? !datagram.RemoteEndPoint.Address.Equals(server.Address) : !datagram.RemoteEndPoint.Equals(peer))
            {
                await udp.SendAsync(Packets.Error(5, "unknown transfer"), datagram.RemoteEndPoint, cancellation);
                continue;
            }

            var next = Answered(datagram.Buffer);
            if (next is null && failure is null && !isComplete) continue;
            peer ??= datagram.RemoteEndPoint;
            return next;
        }
    }

    private byte[]? Answered(byte[] packet)
    {
        if (Packets.Error(packet) is { } error) failure = $"error {error.Code}: {error.Text}";
        if (Packets.Accepted(packet) is { } options && peer is null) return AnswerToOptions([.. options]);
        return Packets.Acknowledged(packet) is { } number && IsAcknowledged(current, number) ? Next() : null;
    }

    private byte[]? AnswerToOptions(List<Option> options)
    {
        if (!options.TrueForAll(IsOffered) || options.DistinctBy(o => o.Name).Count() < options.Count)
        {
            failure = "the server accepts options that were not offered";
            return Packets.Error(8, failure);
        }

        if (options.Find(o => o.Name == Option.BlockSize)?.Number is { } length) blockLength = (int)length;
        return Next();
    }

    // The next block, or null after the last one.
    private byte[]? Next()
    {
        var last = LastBlock(file.Length, blockLength);
        if (last > MostBlocks)
        {
            failure = "the file has more blocks than there are numbers";
            return Packets.Error(3, failure);
        }

        isComplete = current == last;
        if (isComplete) return null;
        var start = current++ * blockLength;
        return Packets.Data(current, file.Span[start..Math.Min(file.Length, start + blockLength)]);
    }
}
