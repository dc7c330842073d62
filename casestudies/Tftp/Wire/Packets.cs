using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Tftp.Model;

namespace Tftp.Wire;

/// <summary>The bytes of packets that a server sends.</summary>
public static class Packets
{
    /// <summary>The length of the longest one.</summary>
    public const int Longest = 4 + Block.Full;

    /// <summary>A block of a file.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="bytes">Its bytes.</param>
    public static byte[] Data(int number, ReadOnlySpan<byte> bytes) => [.. Head(Opcode.Data, number), .. bytes];

    /// <summary>An error.</summary>
    /// <param name="code">Which.</param>
    /// <param name="text">For people.</param>
    public static byte[] Error(int code, string text) => [.. Head(Opcode.Error, code), .. Encoding.ASCII.GetBytes(text), 0];

    /// <summary>An accepted option.</summary>
    /// <param name="option">Its name.</param>
    /// <param name="value">Its value.</param>
    public static byte[] OptionAck(string option, long value) =>
        [0, (byte)Opcode.OptionAck, .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{option}\0{value}\0"))];

    /// <summary>The number of an acknowledged block, or null if the datagram is no acknowledgement.</summary>
    /// <param name="datagram">The bytes.</param>
    public static int? Acknowledged(ReadOnlySpan<byte> datagram) =>
        datagram.Length == 4 && datagram[0] == 0 && datagram[1] == (byte)Opcode.Ack ? BinaryPrimitives.ReadUInt16BigEndian(datagram[2..]) : null;

    private static byte[] Head(Opcode opcode, int number) => [0, (byte)opcode, (byte)(number >> 8), (byte)(number & 0xFF)];
}
