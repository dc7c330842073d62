using System.Text;
using LeaderElection.Model;
using Tftp.Model;
using Tftp.Wire;

namespace Igloo.Endurance.Fuzzing.References;

/// <summary>The datagrams of the case studies, byte by byte.</summary>
internal static class Datagrams
{
    /// <summary>The identifier in a datagram of the ring, or null.</summary>
    public static Node? Ring(byte[] b)
    {
        if (b.Length != 12 || b[0] != 0x16 || b[1] != 0x10 || b[2] != 1 || b[3] != 12) return null;
        var sum = Crc(b.AsSpan(0, 8));
        for (var i = 0; i < 4; i++)
        {
            if (b[8 + i] != unchecked((byte)(sum >> (24 - 8 * i)))) return null;
        }

        var id = ((long)b[4] << 24) + (b[5] << 16) + (b[6] << 8) + b[7];
        return id <= int.MaxValue ? new Node((int)id) : null;
    }

    // Bit by bit, where the product has a table.
    public static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var b in bytes)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }

        return ~sum;
    }

    /// <summary>What a datagram to a TFTP server is.</summary>
    public static (AnswerKind Kind, int Number) Answer(byte[] b) => b switch
    {
        [0, 4, var high, var low] => (AnswerKind.Ack, 256 * high + low),
        [0, 5, ..] => (AnswerKind.Failure, 0),
        _ => (AnswerKind.Other, 0),
    };

    /// <summary>The packet that a datagram of a TFTP server is, or null.</summary>
    public static Packet? Sent(byte[] b)
    {
        if (b is not [0, var opcode, var high, var low, ..]) return null;
        var number = 256 * high + low;
        if (opcode == 3) return Packet.Data(number, new Block(b.Length - 4, Latin(b[4..])));
        if (opcode == 5 && b[^1] == 0) return new Packet(PacketKind.Failure, number, "", new Block(0, ""));
        if (opcode != 6 || b[^1] != 0) return null;
        var first = Array.IndexOf(b, (byte)0, 2);
        var digits = first < b.Length - 1 ? Latin(b[(first + 1)..^1]) : "";
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit)) return null;
        return digits.TrimStart('0') is { Length: <= 10 } && long.Parse(digits) <= int.MaxValue ? new Packet(PacketKind.OptionAck, (int)long.Parse(digits), Latin(b[2..first]), new Block(0, "")) : null;
    }

    /// <summary>The request that a datagram is, as text, or null.</summary>
    public static string? Request(byte[] b)
    {
        if (b.Length < 4 || b[0] != 0 || b[1] != 1 || b[^1] != 0) return null;
        var fields = new List<string>();
        for (var at = 2; at < b.Length;)
        {
            var end = Array.IndexOf(b, (byte)0, at);
            fields.Add(Latin(b[at..end]));
            at = end + 1;
        }

        if (fields.Count < 2 || fields.Count % 2 == 1 || fields[0].Length == 0) return null;
        return Text(fields[0], fields[1].ToLowerInvariant(), fields.Where((_, i) => i >= 2 && i % 2 == 0).Select(o => o.ToLowerInvariant()));
    }

    public static string? Text(Request? request) => request is null ? null : Text(request.File, request.Mode, request.Options);

    private static string Text(string file, string mode, IEnumerable<string> options) => string.Join('\0', options.Prepend(mode).Prepend(file));

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
