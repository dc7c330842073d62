using System.Net;
using System.Net.Sockets;
using Tftp.Wire;

namespace Tftp.Plain;

/// <summary>Reads one file from a server: a client that knows nothing of models.</summary>
/// <param name="server">Where the server takes requests.</param>
/// <param name="request">What to ask for.</param>
/// <param name="patience">How long to wait for a packet before sending again.</param>
public class DownloadSession(IPEndPoint server, Request request, TimeSpan patience) : IDisposable
{
    private const int DefaultBlockLength = 512;
    private const int ShortestBlocks = 8;
    private const int LongestBlocks = 65_464;
    private const int Attempts = 5;
    private readonly UdpClient udp = new(new IPEndPoint(IPAddress.Any, 0));
    private readonly MemoryStream file = new();
    private int received;
    private int blockLength = DefaultBlockLength;
    private IPEndPoint? peer;
    private List<Option>? accepted;
    private bool isComplete;
    private string? failure;

    /// <summary>Reads the file, or says why not.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome> RunAsync(CancellationToken cancellation)
    {
        var latest = request.Encode();
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await udp.SendAsync(latest, peer ?? server, cancellation);
            if (failure is not null) return new(null, failure);
            if (isComplete)
            {
                return new(file.ToArray(), "");
            }

            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            waiting.CancelAfter(patience);
            try
            {
                if (await NextAsync(waiting.Token) is not { } next) return new(null, failure!);
                latest = next;
                attempt = -1;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
            }
        }

        return new(null, "no answer");
    }

    /// <summary>Acknowledges the last block again if it comes again: the server may not know that it has arrived.</summary>
    /// <param name="cancellation">Ends it.</param>
    public async Task LingerAsync(CancellationToken cancellation)
    {
        if (!isComplete) return;
        try
        {
            while (await NextAsync(cancellation) is { } again) await udp.SendAsync(again, peer!, cancellation);
        }
        catch (OperationCanceledException)
        {
        }
    }

    /// <summary>Closes the socket.</summary>
    public void Dispose()
    {
        udp.Dispose();
        file.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether an accepted option was offered, with a value that it may have.</summary>
    /// <param name="option">What the server accepts.</param>
    protected virtual bool IsOffered(Option option) => request.Offered(option.Name) is { } offered && option.Number is { } value
        && option.Name switch
        {
            Option.BlockSize => value >= ShortestBlocks && value <= Math.Min(offered, LongestBlocks),
            Option.FileSize => true,
            _ => false,
        };

    /// <summary>Whether a datagram is of this transfer.</summary>
    /// <param name="from">Where it comes from.</param>
    protected virtual bool IsPeer(IPEndPoint from) => peer is null ? from.Address.Equals(server.Address) : from.Equals(peer);

    /// <summary>Whether a block is the next one.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="latest">That of the latest one before it.</param>
    protected virtual bool IsNext(int number, int latest) => number == latest + 1;

    /// <summary>Whether a block is the last one.</summary>
    /// <param name="length">Its length.</param>
    /// <param name="longest">The length of all others.</param>
    /// <param name="total">How much of the file there is, with this block.</param>
    protected virtual bool IsLast(int length, int longest, long total) => length < longest;

    // Waits for a packet that there is something to say to, and says what; null if the server gives up.
    private async Task<byte[]?> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var datagram = await udp.ReceiveAsync(cancellation);
            if (!IsPeer(datagram.RemoteEndPoint))
            {
                await udp.SendAsync(Packets.Error(5, "unknown transfer"), datagram.RemoteEndPoint, cancellation);
                continue;
            }

            var answer = Answer(datagram.Buffer);
            if (answer is null && failure is null) continue;
            peer ??= datagram.RemoteEndPoint;
            return answer;
        }
    }

    private byte[]? Answer(byte[] packet)
    {
        if (Packets.Error(packet) is { } error && !isComplete) failure = $"error {error.Code}: {error.Text}";
        if (Packets.Accepted(packet) is { } options && received == 0) return AnswerToOptions([.. options]);
        if (Packets.Block(packet) is not { } number || packet.Length - 4 > blockLength) return null;
        if (!isComplete && IsNext(number, received)) Append(number, packet.AsSpan(4));
        return received > 0 && number == received ? Packets.Ack(number) : null;
    }

    private byte[]? AnswerToOptions(List<Option> options)
    {
        if (peer is not null) return accepted is not null && accepted.SequenceEqual(options) ? Packets.Ack(0) : null;
        if (!options.TrueForAll(IsOffered) || options.DistinctBy(o => o.Name).Count() < options.Count)
        {
            failure = "the server accepts options that were not offered";
            return Packets.Error(8, failure);
        }

        accepted = options;
        if (options.Find(o => o.Name == Option.BlockSize) is { } chosen) blockLength = (int)chosen.Number!.Value;
        return Packets.Ack(0);
    }

    private void Append(int number, ReadOnlySpan<byte> block)
    {
        received = number;
        file.Write(block);
        isComplete = IsLast(block.Length, blockLength, file.Length);
    }
}
