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

    /// <inheritdoc/>
    public int MaximumLength => Packets.Longest;

    /// <summary>The blocks of a file.</summary>
    /// <param name="bytes">The file; null if there is none.</param>
    public static Content Content(byte[]? bytes)
    {
        if (bytes is null) return new(false, Seq<Block>.Empty);
        var blocks = Enumerable.Range(0, bytes.Length / Block.Full + 1).Select(i => Of(bytes.AsSpan(i * Block.Full, Math.Min(Block.Full, bytes.Length - i * Block.Full))));
        return new(true, Seq<Block>.Of([.. blocks]));
    }

    /// <inheritdoc/>
    public bool TryDecode(ReadOnlySpan<byte> datagram, IPEndPoint from, [NotNullWhen(true)] out Transfer.Event? received)
    {
        Answer answer = Packets.Acknowledged(datagram) is { } number ? new Answer.Ack(number)
            : datagram is [0, (byte)Opcode.Error, ..] ? new Answer.Failure()
            : new Answer.Other();
        received = new Transfer.Event.Receive(new(Address.Of(from), answer));
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
            Opcode.Data => new Packet.Data(number, Of(datagram[4..])),
            Opcode.Error when datagram[^1] == 0 => new Packet.Failure(number),
            Opcode.OptionAck when Text.GetString(datagram[2..]).Split('\0') is [var option, var value, ""]
                && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var accepted) => new Packet.OptionAck(option, accepted),
            _ => null,
        };
    }

    private static Block Of(ReadOnlySpan<byte> bytes) => new(bytes.Length, Text.GetString(bytes));
}
