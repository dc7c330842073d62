using System.Globalization;

namespace Tftp.Wire;

/// <summary>An option of a request, or of its acknowledgement (RFC 2347).</summary>
/// <param name="Name">Its name, in lower case.</param>
/// <param name="Value">Its value.</param>
public sealed record Option(string Name, string Value)
{
    /// <summary>The length of blocks (RFC 2348).</summary>
    public const string BlockSize = "blksize";

    /// <summary>The length of the file (RFC 2349).</summary>
    public const string FileSize = "tsize";

    /// <summary>The value as a number, or null if it is none, or longer than 63 bits.</summary>
    public long? Number => long.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
