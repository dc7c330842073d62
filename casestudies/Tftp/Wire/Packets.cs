using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Tftp.Wire;

/// <summary>The bytes of packets.</summary>
public static class Packets
{
    /// <summary>The length of the longest one, with the longest blocks that can be offered.</summary>
    public const int Longest = 4 + 65_464;

    /// <summary>A block of a file.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="bytes">Its bytes.</param>
    public static byte[] Data(int number, ReadOnlySpan<byte> bytes) => [.. Head(Opcode.Data, number), .. bytes];

    /// <summary>An acknowledgement.</summary>
    /// <param name="number">The number of the block.</param>
    public static byte[] Ack(int number) => Head(Opcode.Ack, number);

    /// <summary>An error.</summary>
    /// <param name="code">Which.</param>
    /// <param name="text">For people.</param>
    public static byte[] Error(int code, string text) => [.. Head(Opcode.Error, code), .. Request.Texts([text])];

    /// <summary>Accepted options.</summary>
    /// <param name="options">Which, with their values.</param>
    public static byte[] OptionAck(IEnumerable<Option> options) => [0, (byte)Opcode.OptionAck, .. Request.Texts(options.SelectMany(o => new[] { o.Name, o.Value }))];

    /// <summary>The number of an acknowledged block, or null if the datagram is no acknowledgement.</summary>
    /// <param name="datagram">The bytes.</param>
    public static int? Acknowledged(ReadOnlySpan<byte> datagram) => datagram is [0, (byte)Opcode.Ack, _, _] ? Number(datagram) : null;

    /// <summary>The number of a block, or null if the datagram is none. The block is what follows the first four bytes.</summary>
    /// <param name="datagram">The bytes.</param>
    public static int? Block(ReadOnlySpan<byte> datagram) => datagram is [0, (byte)Opcode.Data, _, _, ..] ? Number(datagram) : null;

    /// <summary>The accepted options, or null if the datagram is no acknowledgement of options.</summary>
    /// <param name="datagram">The bytes.</param>
    public static ImmutableArray<Option>? Accepted(ReadOnlySpan<byte> datagram) =>
        datagram is [0, (byte)Opcode.OptionAck, .. var texts] && Request.Fields(texts) is { Length: > 0 } fields && fields.Length % 2 == 0 ? Request.Pairs(fields) : null;

    /// <summary>Code and text of an error, or null if the datagram is none.</summary>
    /// <param name="datagram">The bytes.</param>
    public static (int Code, string Text)? Error(ReadOnlySpan<byte> datagram) =>
        datagram is [0, (byte)Opcode.Error, _, _, .. var text] && Request.Fields(text) is [var single] ? (Number(datagram), single) : null;

    private static int Number(ReadOnlySpan<byte> datagram) => BinaryPrimitives.ReadUInt16BigEndian(datagram[2..]);

    private static byte[] Head(Opcode opcode, int number) => [0, (byte)opcode, (byte)(number >> 8), (byte)(number & 0xFF)];
}
