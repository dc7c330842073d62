using System.Buffers.Binary;
using System.Net;
using System.Text;
using Igloo.Endurance.Fuzzing.References;
using Igloo.Monitoring;
using Igloo.Monitoring.Reports;
using Igloo.Values;
using LeaderElection.Model;
using LeaderElection.Wire;
using Tftp.Model;
using Tftp.Wire;

namespace Igloo.Endurance.Fuzzing.Targets;

/// <summary>The decoders of datagrams: total, and equal to a second reading; and the monitor of a node takes exactly what they decode.</summary>
internal sealed class DatagramTarget() : FuzzTarget("datagrams", 16, "identifier", "no identifier", "acknowledgement", "packet", "request", "no value")
{
    private static readonly IPEndPoint From = new(IPAddress.Loopback, 9);
    private static readonly IReadOnlyList<byte[]> Words = [[0], [0, 1], [0, 3], [0, 4, 0, 1], [0, 5], [0, 6], "octet\0"u8.ToArray(), "tsize\0"u8.ToArray(), [0x16, 0x10, 1, 12]];
    private readonly RingCodec ring = new();
    private readonly TransferCodec transfer = new();

    public override byte[] Input(Random random) => Mutation.Of(random, [Datagram(random)], Words);

    public override void Run(byte[] input, Random choices)
    {
        Ring(input);
        Encoded(new Node(choices.Next(8) == 0 ? -choices.Next(1, 9) : choices.Next()));
        if (!transfer.TryDecode(input, From, out var received)) throw new FuzzFailureException("An answer is always an event.");
        var (kind, number) = Datagrams.Answer(input);
        if (kind == AnswerKind.Ack) Coverage.Count("acknowledgement");
        Require(new Transfer.Event.Receive(new(Address.Of(From), kind, number)), received, "answer");
        Require(Datagrams.Sent(input) is { } packet ? new Transfer.Event.Send(Address.Of(From), packet) : null, transfer.TryDecodeSent(input, From, out var sent) ? sent : null, "packet");
        if (sent is not null) Coverage.Count("packet");
        Require(Datagrams.Request(input), Datagrams.Text(Request.TryDecode(input)), "request");
        if (Datagrams.Request(input) is not null) Coverage.Count("request");
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
        3 => Packets.Data(random.Next(65_536), new byte[random.Next(20)]),
        4 => Packets.Error(random.Next(8), "no"),
        5 => Packets.OptionAck("tsize", random.NextInt64(1L << 33)),
        6 => [0, 1, .. Encoding.ASCII.GetBytes($"f\0octet\0{(random.Next(2) == 0 ? "tsize\00\0" : "")}")],
        _ => [0, (byte)random.Next(8), .. Enumerable.Range(0, random.Next(20)).Select(_ => (byte)random.Next(256))],
    };

    private static byte[] Identifier(int id)
    {
        byte[] datagram = [0x16, 0x10, 1, 12, 0, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(datagram.AsSpan(4), id);
        BinaryPrimitives.WriteUInt32BigEndian(datagram.AsSpan(8), Datagrams.Crc(datagram.AsSpan(0, 8)));
        return datagram;
    }
}
