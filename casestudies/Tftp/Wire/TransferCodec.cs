using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text;
using Igloo.Monitoring.Datagrams;
using Igloo.Values;
using Tftp.Model;

namespace Tftp.Wire;

/// <summary>Which datagrams are which events of a transfer.</summary>
public sealed class TransferCodec : IDatagramObserver<Transfer.Event>
{
    private static readonly Encoding Text = Encoding.Latin1;
    private static readonly Block None = new(0, "");

    /// <inheritdoc/>
    public int MaximumLength => Packets.Longest;

    /// <inheritdoc/>
    public bool TryDecode(ReadOnlySpan<byte> datagram, IPEndPoint from, [NotNullWhen(true)] out Transfer.Event? received)
    {
        var acknowledged = Packets.Acknowledged(datagram);
        var kind = acknowledged is not null ? AnswerKind.Ack : datagram is [0, (byte)Opcode.Error, ..] ? AnswerKind.Failure : AnswerKind.Other;
        received = new Transfer.Event.Receive(new(Address.Of(from), kind, acknowledged ?? 0));
        return true;
    }

    /// <inheritdoc/>
    public bool TryDecodeSent(ReadOnlySpan<byte> datagram, IPEndPoint to, [NotNullWhen(true)] out Transfer.Event? sent)
    {
        sent = Packet(datagram) is { } packet ? new Transfer.Event.Send(Address.Of(to), packet) : null;
        return sent is not null;
    }

    private static Packet? Packet(ReadOnlySpan<byte> datagram)
    {
        if (datagram.Length < 4 || datagram[0] != 0) return null;
        var number = BinaryPrimitives.ReadUInt16BigEndian(datagram[2..]);
        return (Opcode)datagram[1] switch
        {
            Opcode.Data => Model.Packet.Data(number, new(datagram.Length - 4, Text.GetString(datagram[4..]))),
            Opcode.Error when datagram[^1] == 0 => new Packet(PacketKind.Failure, number, "", None),
            Opcode.OptionAck when Text.GetString(datagram[2..]).Split('\0') is [var option, var value, ""]
                && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var accepted) => new Packet(PacketKind.OptionAck, accepted, option, None),
            _ => null,
        };
    }
}
