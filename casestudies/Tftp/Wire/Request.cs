using System.Collections.Immutable;
using System.Text;

namespace Tftp.Wire;

/// <summary>A request to read or to write a file.</summary>
/// <param name="Opcode">Which of the two.</param>
/// <param name="File">The name of the file.</param>
/// <param name="Mode">How to transfer it, in lower case.</param>
/// <param name="Options">The offered options.</param>
public sealed record Request(Opcode Opcode, string File, string Mode, ImmutableArray<Option> Options)
{
    /// <summary>The mode in which bytes are transferred as they are.</summary>
    public const string Octet = "octet";

    /// <summary>The mode in which lines end with CR LF.</summary>
    public const string NetAscii = "netascii";

    /// <summary>The value of an option, if it is offered and its value is a number.</summary>
    /// <param name="name">The name of the option.</param>
    public long? Offered(string name) => Options.FirstOrDefault(o => o.Name == name)?.Number;

    /// <summary>The request of a datagram, or null if it is none.</summary>
    /// <param name="datagram">The bytes.</param>
    public static Request? TryDecode(ReadOnlySpan<byte> datagram)
    {
        if (datagram.Length < 4 || datagram[0] != 0 || datagram[1] is not ((byte)Opcode.Read or (byte)Opcode.Write)) return null;
        var fields = Fields(datagram[2..]);
        if (fields.Length < 2 || fields.Length % 2 != 0 || fields[0].Length == 0) return null;
        return new((Opcode)datagram[1], fields[0], fields[1].ToLowerInvariant(), Pairs(fields[2..]));
    }

    /// <summary>The bytes.</summary>
    public byte[] Encode() => [0, (byte)Opcode, .. Texts([File, Mode, .. Options.SelectMany(o => new[] { o.Name, o.Value })])];

    internal static byte[] Texts(IEnumerable<string> texts) => Encoding.Latin1.GetBytes(string.Concat(texts.Select(t => t + "\0")));

    // Texts that each end with a zero; none if the last one does not.
    internal static string[] Fields(ReadOnlySpan<byte> bytes) => bytes is [.. var texts, 0] ? Encoding.Latin1.GetString(texts).Split('\0') : [];

    internal static ImmutableArray<Option> Pairs(string[] fields) => [.. fields.Chunk(2).Select(pair => new Option(pair[0].ToLowerInvariant(), pair[1]))];
}
