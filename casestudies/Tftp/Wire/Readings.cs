using System.Text;
using Igloo.Values;
using Tftp.Model;

namespace Tftp.Wire;

/// <summary>What bytes mean in the model.</summary>
public static class Readings
{
    /// <summary>Options of a request or of an acknowledgement.</summary>
    /// <param name="options">The options.</param>
    /// <remarks>An option that comes twice or whose value is no number, or too large for one, counts as one that nobody knows.</remarks>
    public static Options Of(IEnumerable<Option> options)
    {
        var read = new Options(null, null, false);
        foreach (var option in options)
        {
            read = (option.Name, option.Number) switch
            {
                (Option.BlockSize, { } length and <= int.MaxValue) when read.BlockSize is null => read with { BlockSize = (int)length },
                (Option.FileSize, { } size) when read.FileSize is null => read with { FileSize = size },
                _ => read with { HasOthers = true },
            };
        }

        return read;
    }

    /// <summary>A packet of the sender of a file.</summary>
    /// <param name="datagram">The bytes.</param>
    public static Packet OfPacket(ReadOnlySpan<byte> datagram)
    {
        if (Packets.Block(datagram) is { } number) return Packet.Data(number, new(datagram.Length - 4, Encoding.Latin1.GetString(datagram[4..])));
        if (Packets.Error(datagram) is { } error) return Packet.Failure(error.Code);
        if (Packets.Accepted(datagram) is { } accepted) return Packet.OptionAck(Of(accepted));
        return new(PacketKind.Other, 0, Options.None, Block.Empty);
    }

    /// <summary>A packet of the receiver of a file.</summary>
    /// <param name="datagram">The bytes.</param>
    public static Answer OfAnswer(ReadOnlySpan<byte> datagram)
    {
        if (Packets.Acknowledged(datagram) is { } number) return Answer.Ack(number);
        if (Packets.Error(datagram) is { } error) return Answer.Failure(error.Code);
        return Packets.Accepted(datagram) is { } accepted ? Answer.OptionAck(Of(accepted)) : new(AnswerKind.Other, 0, Options.None);
    }

    /// <summary>What there is under a name.</summary>
    /// <param name="exists">Whether there is a file; null if there is no place for one.</param>
    public static Standing Of(bool? exists) => exists switch
    {
        null => Standing.Elsewhere,
        false => Standing.Absent,
        true => Standing.Present,
    };

    /// <summary>The blocks of a file.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="length">The length of every block but the last, in bytes.</param>
    public static Seq<Block> Blocks(ReadOnlyMemory<byte> bytes, int length)
    {
        var file = new StoredFile(bytes);
        return Seq<Block>.Of([.. Enumerable.Range(1, file.Last(length)).Select(number => file.BlockOf(length, number))]);
    }
}
