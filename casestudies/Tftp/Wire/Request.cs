using System.Collections.Immutable;
using System.Text;

namespace Tftp.Wire;

/// <summary>A request to read a file.</summary>
/// <param name="File">Its name.</param>
/// <param name="Mode">How to transfer it, in lower case.</param>
/// <param name="Options">The names of the offered options, in lower case.</param>
public sealed record Request(string File, string Mode, ImmutableArray<string> Options)
{
    /// <summary>The request of a datagram, or null if it is none.</summary>
    /// <param name="datagram">The bytes.</param>
    public static Request? TryDecode(ReadOnlySpan<byte> datagram)
    {
        if (datagram.Length < 4 || datagram[0] != 0 || datagram[1] != (byte)Opcode.Read || datagram[^1] != 0) return null;
        var fields = Encoding.Latin1.GetString(datagram[2..^1]).Split('\0');
        if (fields.Length < 2 || fields.Length % 2 != 0 || fields[0].Length == 0) return null;
        return new(fields[0], fields[1].ToLowerInvariant(), [.. fields.Skip(2).Where((_, i) => i % 2 == 0).Select(o => o.ToLowerInvariant())]);
    }
}
