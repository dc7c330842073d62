namespace Tftp.Wire;

/// <summary>Text as it is transferred (RFC 1350, section 1; RFC 764): a line ends with CR LF, and a CR that ends none is followed by a zero.</summary>
public static class NetAscii
{
    /// <summary>The bytes to transfer for a text of this machine, whose lines end with LF.</summary>
    /// <param name="text">The text.</param>
    public static byte[] Encode(IEnumerable<byte> text) => [.. text.SelectMany(Encode)];

    private static byte[] Encode(byte character) => character switch
    {
        (byte)'\n' => "\r\n"u8.ToArray(),
        (byte)'\r' => "\r\0"u8.ToArray(),
        _ => [character],
    };
}
