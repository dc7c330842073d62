using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring;
using Igloo.Monitoring.Datagrams;
using Igloo.Values;
using Tftp.Model;
using Tftp.Storage;
using Tftp.Wire;

namespace Tftp.Monitored;

/// <summary>Receives one file from one client: the same server under a monitor.</summary>
/// <param name="client">Who asked to write it.</param>
/// <param name="request">What was asked for.</param>
/// <param name="folder">Where files are written.</param>
/// <param name="patience">How long to wait for a block before answering again.</param>
public class IntakeSession(IPEndPoint client, Request request, UploadFolder folder, TimeSpan patience) : IServerSession
{
    private const int DefaultBlockLength = 512;
    private const int LongestBlocks = 65_464;
    private const int LongestFile = 65_535 * DefaultBlockLength - 1;
    private const int Attempts = 5;
    private readonly MonitoredUdpClient<Intake.State, Intake.Event> udp = PermissionMonitor
        .Start(new Intake(Address.Of(client), new WriteRequest(request.File, Readings.Of(request.Options)), new WritePolicy(folder.MayCreate, folder.MayReplace), new MachineHosts()))
        .Wrap(new UdpClient(new IPEndPoint(client.Address, 0)), new IntakeCodec());
    private readonly MemoryStream file = new();
    private int blockLength = DefaultBlockLength;
    private int received;
    private bool isComplete;

    /// <inheritdoc/>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        if (!folder.MayCreate && !folder.MayReplace) return await FailAsync((2, "files are only read here"), cancellation);
        if (request.Mode is not (Request.Octet or Request.NetAscii)) return await FailAsync((0, "only octet and netascii"), cancellation);
        var examining = udp.Monitor.Begin(new Intake.Event.Examine(request.File, default));
        var exists = folder.Exists(request.File);
        udp.Monitor.Deliver(examining, new Intake.Event.Examine(request.File, Readings.Of(exists)));
        if (Refusal(exists) is { } refusal) return await FailAsync(refusal, cancellation);
        if (request.Offered(Option.FileSize) > LongestFile) return await FailAsync((3, "too long"), cancellation);
        var options = Accept().ToList();
        if (options.Find(o => o.Name == Option.BlockSize)?.Number is { } length) blockLength = (int)length;
        var latest = options.Count > 0 ? Packets.OptionAck(options) : Packets.Ack(0);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (IsAnswered(isComplete)) await udp.SendAsync(latest, client, cancellation);
            if (isComplete)
            {
                udp.Perform(new Intake.Event.Finish());
                return true;
            }

            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            waiting.CancelAfter(patience);
            try
            {
                if (await NextAsync(waiting.Token) is not { } number) return false;
                latest = Packets.Ack(number);
                attempt = -1;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                udp.Perform(new Intake.Event.TimeOut());
            }

            if (file.Length > LongestFile) return await FailAsync((3, "too long"), cancellation);
            if (isComplete && await StoreAsync(cancellation) is { } failure && !IsForgiven(failure.Code)) return await FailAsync(failure, cancellation);
        }

        return false;
    }

    /// <summary>Acknowledges the last block again if it comes again: the client may not know that it has arrived.</summary>
    /// <param name="cancellation">Ends it.</param>
    public async Task LingerAsync(CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            waiting.CancelAfter(Attempts * patience);
            while (isComplete && await NextAsync(waiting.Token) is { } number) await udp.SendAsync(Packets.Ack(number), client, cancellation);
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

    /// <summary>The error of a file that may not be written, or null if it may.</summary>
    /// <param name="exists">Whether there is one of its name; null if there is no place for one.</param>
    protected virtual (int Code, string Text)? Refusal(bool? exists) => exists switch
    {
        null => (2, "no place for a file"),
        false => folder.MayCreate ? null : (1, "no such file, and none may be created"),
        true => folder.MayReplace ? null : (6, "the file exists"),
    };

    /// <summary>The options that are used, with their values.</summary>
    protected virtual IEnumerable<Option> Accept()
    {
        // As when files are read: with blocks that are shorter than the default, numbers would run out.
        if (request.Offered(Option.BlockSize) is >= DefaultBlockLength and var most) yield return new(Option.BlockSize, $"{Math.Min(most, LongestBlocks)}");
        if (request.Offered(Option.FileSize) is { } size) yield return new(Option.FileSize, $"{size}");
    }

    /// <summary>The number under which a block is kept, or null if it is not the next one.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="latest">That of the latest one before it.</param>
    protected virtual int? NumberOf(int number, int latest) => number == latest + 1 ? number : null;

    /// <summary>Whether what was received is answered.</summary>
    /// <param name="isLast">Whether it was the last block.</param>
    protected virtual bool IsAnswered(bool isLast) => true;

    /// <summary>Whether the file counts as written all the same.</summary>
    /// <param name="code">The error of writing it.</param>
    protected virtual bool IsForgiven(int code) => false;

    private async Task<bool> FailAsync((int Code, string Text) error, CancellationToken cancellation)
    {
        await udp.SendAsync(Packets.Error(error.Code, error.Text), client, cancellation);
        return false;
    }

    // Why the file is not stored, or null if it is.
    private async Task<(int Code, string Text)?> StoreAsync(CancellationToken cancellation)
    {
        var bytes = file.ToArray();
        var store = new Intake.Event.Store(request.File, Readings.Blocks(bytes, blockLength), folder.MayReplace, default);
        var storing = udp.Monitor.Begin(store);
        var failure = await folder.WriteAsync(request.File, request.Mode == Request.NetAscii ? NetAscii.Decode(bytes) : bytes, cancellation);
        udp.Monitor.Deliver(storing, store with { IsStored = failure is null });
        return failure;
    }

    // Waits for a block that has to be acknowledged, and says which; null if the client gives up.
    private async Task<int?> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var datagram = await udp.ReceiveAsync(cancellation);
            if (!datagram.RemoteEndPoint.Equals(client)) await udp.SendAsync(Packets.Error(5, "unknown transfer"), datagram.RemoteEndPoint, cancellation);
            else if (Packets.Error(datagram.Buffer) is not null) return null;
            else if (Packets.Block(datagram.Buffer) is { } number && datagram.Buffer.Length - 4 <= blockLength && IsToAcknowledge(number, datagram.Buffer.AsSpan(4))) return received;
        }
    }

    private bool IsToAcknowledge(int number, ReadOnlySpan<byte> block)
    {
        if (isComplete || NumberOf(number, received) is not { } kept) return received > 0 && number == received;
        received = kept;
        file.Write(block);
        isComplete = block.Length < blockLength;
        return true;
    }
}
