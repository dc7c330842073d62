using System.Buffers.Binary;
using System.Net;
using Igloo.Endurance.Fuzzing.References;
using Igloo.Monitoring;
using Igloo.Monitoring.Datagrams;
using Igloo.Monitoring.Reports;
using Igloo.Values;
using LeaderElection.Model;
using LeaderElection.Wire;
using Tftp.Model;
using Tftp.Wire;

namespace Igloo.Endurance.Fuzzing.Targets;

/// <summary>The decoders of datagrams: total, and equal to a second reading; and the monitors of a node and of either end of a file's way take exactly what they decode.</summary>
/// <param name="transfer">What reads the datagrams of a server.</param>
/// <param name="download">What reads those of a client.</param>
internal sealed class DatagramTarget(IDatagramObserver<Transfer.Event> transfer, IDatagramObserver<Download.Event> download)
    : FuzzTarget(
        "datagrams", 16,
        "identifier", "no identifier", "no value", "acknowledgement", "block", "options", "failure", "request", "asked", "first block", "first options", "asked to write", "written block", "may write")
{
    private const int LongestBlocks = 600;
    private static readonly IPEndPoint From = new(IPAddress.Loopback, 9);
    private static readonly IPEndPoint Server = new(IPAddress.Loopback, 69);
    private static readonly StoredFile Written = new("abc"u8.ToArray());
    private static readonly IReadOnlyList<byte[]> Words = [[0], [0, 1], [0, 3], [0, 4, 0, 1], [0, 5], [0, 6], "octet\0"u8.ToArray(), "tsize\0"u8.ToArray(), "blksize\0008\0"u8.ToArray(), [0x16, 0x10, 1, 12]];
    private readonly RingCodec ring = new();
    private readonly IntakeCodec intake = new();
    private readonly UploadCodec upload = new();

    public DatagramTarget()
        : this(new TransferCodec(), new DownloadCodec())
    {
    }

    public override byte[] Input(Random random) => Any(random);

    public override void Run(byte[] input, Random choices)
    {
        Ring(input);
        Encoded(new Node(choices.Next(8) == 0 ? -choices.Next(1, 9) : choices.Next()));
        Transferred(input);
        Downloaded(input);
        TakenIn(input);
        Uploaded(input);
        Require(Datagrams.Request(input), Datagrams.Text(Request.TryDecode(input)), "request");
        if (Datagrams.Request(input) is not null) Coverage.Count("request");
    }

    /// <summary>A datagram of any content.</summary>
    public static byte[] Any(Random random) => Mutation.Of(random, [Datagram(random)], Words);

    private void Transferred(byte[] input)
    {
        var (answer, packet) = (Datagrams.Answer(input), Datagrams.Packet(input));
        if (answer.Kind == AnswerKind.Ack) Coverage.Count("acknowledgement");
        Coverage.Count(packet.Kind switch { PacketKind.Data => "block", PacketKind.OptionAck => "options", PacketKind.Failure => "failure", _ => "no packet" });
        Require(new Transfer.Event.Receive(new(Address.Of(From), answer)), transfer.TryDecode(input, From, out var received) ? received : null, "answer");
        Require(new Transfer.Event.Send(Address.Of(From), packet), transfer.TryDecodeSent(input, From, out var sent) ? sent : null, "packet");
    }

    private void Downloaded(byte[] input)
    {
        var asked = Datagrams.Asked(input);
        if (asked is not null) Coverage.Count("asked");
        Download.Event? expected = asked is not null ? new Download.Event.Ask(Address.Of(From), asked)
            : Datagrams.Request(input) is null ? new Download.Event.Send(Address.Of(From), Datagrams.Answer(input))
            : null;
        Require(expected, download.TryDecodeSent(input, From, out var sent) ? sent : null, "request or answer");
        var packet = Datagrams.Packet(input);
        var arrival = new Download.Event.Receive(new(Address.Of(From), packet));
        Require(arrival, download.TryDecode(input, From, out var received) ? received : null, "arrival");
        var client = new Download(Address.Of(Server), new("f", new(LongestBlocks, 0, false)), new MachineHosts());
        using var monitor = PermissionMonitor.Start(client);
        if (monitor.Deliver(monitor.Begin(received!), received!) != InputOutcome.Accepted) throw new FuzzFailureException($"{received} was not accepted.");
        var acknowledged = First(packet);
        for (var number = 0; number <= 2; number++)
        {
            var isPermitted = client.Step(monitor.State, new Download.Event.Send(Address.Of(From), Answer.Ack(number))) is not null;
            if (isPermitted != (number == acknowledged)) throw new FuzzFailureException($"Acknowledgement of {number} after {packet} is {(isPermitted ? "permitted" : "refused")}.");
        }
    }

    // What a client that has only asked may acknowledge: the first block, or options that it offered.
    private int? First(Packet packet)
    {
        var (length, size, hasOthers) = packet.Options;
        if (packet is { Kind: PacketKind.Data, Number: 1, Block.Length: <= 512 })
        {
            Coverage.Count("first block");
            return 1;
        }

        if (packet.Kind != PacketKind.OptionAck || hasOthers || (length is null && size is null) || length is < 8 or > LongestBlocks) return null;
        Coverage.Count("first options");
        return 0;
    }

    // A server that has answered a request acknowledges the first block and nothing else, and only after that.
    private void TakenIn(byte[] input)
    {
        var packet = Datagrams.Packet(input);
        var arrival = new Intake.Event.Receive(new(Address.Of(From), packet));
        Require(arrival, intake.TryDecode(input, From, out var received) ? received : null, "packet to write");
        Require(new Intake.Event.Send(Address.Of(From), Datagrams.Answer(input)), intake.TryDecodeSent(input, From, out var sent) ? sent : null, "answer to a writer");
        var model = new Intake(Address.Of(From), new("f", new(null, null, false)), new(true, false), new MachineHosts());
        using var monitor = PermissionMonitor.Start(model);
        var examine = new Intake.Event.Examine("f", Standing.Absent);
        monitor.Deliver(monitor.Begin(examine), examine);
        monitor.Succeed(monitor.Begin(new Intake.Event.Send(Address.Of(From), Answer.Ack(0))));
        if (monitor.Deliver(monitor.Begin(received!), received!) != InputOutcome.Accepted) throw new FuzzFailureException($"{received} was not accepted.");
        var isWhole = packet is { Kind: PacketKind.Data, Number: 1, Block.Length: < 512 };
        var isFirst = packet is { Kind: PacketKind.Data, Number: 1, Block.Length: 512 };
        if (isWhole)
        {
            Coverage.Count("written block");
            if (model.Step(monitor.State, new Intake.Event.Send(Address.Of(From), Answer.Ack(1))) is not null) throw new FuzzFailureException($"Acknowledged is {packet}, which is not stored.");
            var store = new Intake.Event.Store("f", Seq<Block>.Of(packet.Block), false, true);
            monitor.Deliver(monitor.Begin(store), store);
        }

        var isPermitted = model.Step(monitor.State, new Intake.Event.Send(Address.Of(From), Answer.Ack(1))) is not null;
        if (isPermitted != (isWhole || isFirst)) throw new FuzzFailureException($"Acknowledgement of 1 after {packet} is {(isPermitted ? "permitted" : "refused")}.");
    }

    // A client that has asked to write sends the first block after a plain answer, or one that accepts nothing but what it offered.
    private void Uploaded(byte[] input)
    {
        var asked = Datagrams.AskedToWrite(input);
        if (asked is not null) Coverage.Count("asked to write");
        Upload.Event? expected = asked is not null ? new Upload.Event.Ask(Address.Of(From), asked)
            : Datagrams.Request(input) is null ? new Upload.Event.Send(Address.Of(From), Datagrams.Packet(input))
            : null;
        Require(expected, upload.TryDecodeSent(input, From, out var sent) ? sent : null, "request or block");
        var answer = Datagrams.Answer(input);
        var incoming = new Upload.Event.Receive(new(Address.Of(From), answer));
        Require(incoming, upload.TryDecode(input, From, out var received) ? received : null, "answer to a request");
        var model = new Upload(Address.Of(Server), new("f", new(LongestBlocks, Written.Length, false)), new(Written), new StoredFiles(), new MachineHosts());
        using var monitor = PermissionMonitor.Start(model);
        if (monitor.Deliver(monitor.Begin(received!), received!) != InputOutcome.Accepted) throw new FuzzFailureException($"{received} was not accepted.");
        var (length, size, hasOthers) = answer.Options;
        var mayWrite = answer is { Kind: AnswerKind.Ack, Number: 0 }
            || (answer.Kind == AnswerKind.OptionAck && !hasOthers && (length ?? size) is not null && (length is null or (>= 8 and <= LongestBlocks)) && (size is null || size == Written.Length));
        if (mayWrite) Coverage.Count("may write");
        var block = Packet.Data(1, Written.BlockOf(length is > 0 and var agreed ? agreed : Block.Full, 1));
        if (model.Step(monitor.State, new Upload.Event.Send(Address.Of(From), block)) is not null != mayWrite) throw new FuzzFailureException($"{block} after {answer} is {(mayWrite ? "refused" : "permitted")}.");
    }

    private void Ring(byte[] input)
    {
        var expected = Datagrams.Ring(input);
        Coverage.Count(expected is null ? "no identifier" : "identifier");
        var actual = ring.TryDecode(input, From, out var received) ? received : null;
        Require(expected is { } id ? new RingNode.Event.Receive(id) : null, actual, "identifier");
        if (actual is null) return;
        using var monitor = PermissionMonitor.Start(new RingNode(new Node(2), new Address(3), new Ring(5)));
        if (monitor.Deliver(monitor.Begin(actual), actual) != InputOutcome.Accepted) throw new FuzzFailureException($"{actual} was not accepted.");
        Require(Set<Node>.Of(expected!.Value), monitor.State.Inbox, "inbox");
    }

    private void Encoded(Node id)
    {
        var datagram = new byte[RingCodec.Length];
        try
        {
            var length = ring.Encode(new RingNode.Event.Send(Address.Of(From), id), datagram).Length;
            Require(id, Datagrams.Ring(datagram[..length]), "encoding");
        }
        catch (PreconditionViolationException)
        {
            Coverage.Count("no value");
            if (id.Index >= 0) throw new FuzzFailureException($"{id} has an encoding.");
        }
    }

    private static void Require(object? expected, object? actual, string what)
    {
        if (!Equals(expected, actual)) throw new FuzzFailureException($"Decoded {what} is {actual ?? "none"}, not {expected ?? "none"}.");
    }

    private static byte[] Datagram(Random random) => random.Next(8) switch
    {
        0 or 1 => Identifier(random.Next()),
        2 => [0, 4, (byte)random.Next(256), (byte)random.Next(256)],
        3 => Packets.Data(random.Next(2) == 0 ? random.Next(1, 3) : random.Next(65_536), new byte[random.Next(8) == 0 ? random.Next(508, 520) : random.Next(20)]),
        4 => Packets.Error(random.Next(8), "no"),
        5 => Packets.OptionAck(Options(random)),
        6 => new Request((Opcode)random.Next(1, 3), "f", random.Next(4) == 0 ? Request.NetAscii : "Octet", [.. Options(random)]).Encode(),
        _ => [0, (byte)random.Next(8), .. Enumerable.Range(0, random.Next(20)).Select(_ => (byte)random.Next(256))],
    };

    private static IEnumerable<Option> Options(Random random) => Enumerable.Range(0, random.Next(3)).Select(_ => new Option(
        random.Next(8) switch { 0 => "X", < 4 => "Tsize", _ => "blksize" },
        $"{(random.Next(8) == 0 ? random.NextInt64(1L << 33) : random.Next(700))}"));

    private static byte[] Identifier(int id)
    {
        byte[] datagram = [0x16, 0x10, 1, 12, 0, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(datagram.AsSpan(4), id);
        BinaryPrimitives.WriteUInt32BigEndian(datagram.AsSpan(8), Datagrams.Crc(datagram.AsSpan(0, 8)));
        return datagram;
    }
}
