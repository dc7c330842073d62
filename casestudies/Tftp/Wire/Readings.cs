using System.Globalization;
using System.Text;
using Tftp.Model;

namespace Tftp.Wire;

/// <summary>What bytes mean in the model.</summary>
public static class Readings
{
    /// <summary>Options of a request or of an acknowledgement.</summary>
    /// <param name="options">The options.</param>
    /// <remarks>An option that comes twice or whose value is no number counts as one that nobody knows.</remarks>
    public static Options Of(IEnumerable<Option> options)
    {
        var read = new Options(null, null, false);
        foreach (var option in options)
        {
            var isNumber = int.TryParse(option.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
            read = option.Name switch
            {
                Option.BlockSize when isNumber && read.BlockSize is null => read with { BlockSize = value },
                Option.FileSize when isNumber && read.FileSize is null => read with { FileSize = value },
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
        if (Packets.Acknowledged(datagram) is { } number) return new(AnswerKind.Ack, number);
        return Packets.Error(datagram) is { } error ? new(AnswerKind.Failure, error.Code) : new(AnswerKind.Other, 0);
    }
}
