namespace Tftp.Wire;

/// <summary>Text as it is transferred (RFC 1350, section 1; RFC 764): a line ends with CR LF, and a CR that ends none is followed by a zero.</summary>
public static class NetAscii
{
    /// <summary>The bytes to transfer for a text of this machine, whose lines end with LF.</summary>
    /// <param name="text">The text.</param>
    public static byte[] Encode(IEnumerable<byte> text) => [.. text.SelectMany(Encode)];

    /// <summary>The text of this machine, whose lines end with LF, that bytes were transferred for.</summary>
    /// <param name="bytes">What was transferred. A CR that nothing known follows stands for itself.</param>
    public static byte[] Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new List<byte>(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            byte? second = bytes[i] == '\r' && i + 1 < bytes.Length ? bytes[i + 1] : null;
            text.Add(second == '\n' ? (byte)'\n' : bytes[i]);
            if (second is (byte)'\n' or 0) i++;
        }

        return [.. text];
    }

    private static byte[] Encode(byte character) => character switch
    {
        (byte)'\n' => "\r\n"u8.ToArray(),
        (byte)'\r' => "\r\0"u8.ToArray(),
        _ => [character],
    };
}
