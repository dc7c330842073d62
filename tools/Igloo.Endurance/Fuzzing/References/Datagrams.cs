using System.Globalization;
using System.Numerics;
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

    /// <summary>The packet that a datagram is for the sender of a file.</summary>
    public static Answer Answer(byte[] b)
    {
        var nothing = new Options(null, null, false);
        return b switch
        {
            [0, 4, var high, var low] => new(AnswerKind.Ack, 256 * high + low, nothing),
            [0, 5, var high, var low, ..] when Array.IndexOf(b, (byte)0, 4) == b.Length - 1 => new(AnswerKind.Failure, 256 * high + low, nothing),
            [0, 6, ..] when Texts(b) is { } texts && texts.Count % 2 == 0 => new(AnswerKind.OptionAck, 0, Options(texts)),
            _ => new(AnswerKind.Other, 0, nothing),
        };
    }

    /// <summary>The packet that a datagram is for the receiver of a file.</summary>
    public static Packet Packet(byte[] b)
    {
        var nothing = new Options(null, null, false);
        var empty = new Block(0, "");
        if (b is [0, 3, var high, var low, ..]) return new(PacketKind.Data, 256 * high + low, nothing, new(b.Length - 4, Latin(b[4..])));
        if (Answer(b) is { Kind: AnswerKind.Failure } failure) return new(PacketKind.Failure, failure.Number, nothing, empty);
        return b is [0, 6, ..] && Texts(b) is { } texts && texts.Count % 2 == 0 ? new(PacketKind.OptionAck, 0, Options(texts), empty) : new(PacketKind.Other, 0, nothing, empty);
    }

    /// <summary>The request that a datagram is, as text, or null.</summary>
    public static string? Request(byte[] b) => Requested(b) is { } texts ? Text(b[1], texts) : null;

    /// <summary>The request to read bytes as they are that a datagram is, or null.</summary>
    public static ReadRequest? Asked(byte[] b) =>
        Requested(b) is { } texts && b[1] == 1 && IsOctet(texts) ? new(texts[0], Options(texts[2..])) : null;

    /// <summary>The request to write bytes as they are that a datagram is, or null.</summary>
    public static WriteRequest? AskedToWrite(byte[] b) =>
        Requested(b) is { } texts && b[1] == 2 && IsOctet(texts) ? new(texts[0], Options(texts[2..])) : null;

    public static string? Text(Request? request) =>
        request is null ? null : Text((byte)request.Opcode, [request.File, request.Mode, .. request.Options.SelectMany(o => new[] { o.Name, o.Value })]);

    // In lower case are the mode and the names of options.
    private static string Text(byte opcode, List<string> texts) => string.Join('\0', texts.Select((t, i) => i > 0 && (i == 1 || i % 2 == 0) ? t.ToLowerInvariant() : t).Prepend($"{opcode}"));

    private static bool IsOctet(List<string> texts) => texts[1].Equals("octet", StringComparison.OrdinalIgnoreCase);

    private static List<string>? Requested(byte[] b) =>
        b is [0, 1 or 2, ..] && Texts(b) is { Count: >= 2 } texts && texts.Count % 2 == 0 && texts[0].Length > 0 ? texts : null;

    private static Options Options(List<string> texts)
    {
        (long? block, long? size, var others) = (null, null, false);
        for (var i = 0; i < texts.Count; i += 2)
        {
            var value = Number(texts[i + 1]);
            if (value is null) others = true;
            else if (block is null && value <= int.MaxValue && texts[i].Equals("blksize", StringComparison.OrdinalIgnoreCase)) block = value;
            else if (size is null && texts[i].Equals("tsize", StringComparison.OrdinalIgnoreCase)) size = value;
            else others = true;
        }

        return new((int?)block, size, others);
    }

    private static long? Number(string digits) =>
        digits.Length > 0 && digits.All(char.IsAsciiDigit) && BigInteger.Parse(digits, CultureInfo.InvariantCulture) is var value && value <= long.MaxValue ? (long)value : null;

    // What follows the opcode: texts that each end with a zero.
    private static List<string>? Texts(byte[] b)
    {
        if (b.Length < 3 || b[^1] != 0) return null;
        var texts = new List<string>();
        for (var at = 2; at < b.Length;)
        {
            var end = Array.IndexOf(b, (byte)0, at);
            texts.Add(Latin(b[at..end]));
            at = end + 1;
        }

        return texts;
    }

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
