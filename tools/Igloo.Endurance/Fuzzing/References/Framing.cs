using System.Text;
using Igloo.Monitoring.Codecs;

namespace Igloo.Endurance.Fuzzing.References;

/// <summary>The framings of the product, written down again.</summary>
internal static class Framing
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Reference<string> Line(string delimiter, int longest) => bytes =>
    {
        var text = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, longest)]);
        var end = text.IndexOf(delimiter, StringComparison.Ordinal);
        if (end < 0) return text.Length == longest ? Decoding<string>.Junk : Decoding<string>.Incomplete;
        return Utf8(bytes[..end]) is { } line ? Decoding<string>.Of(line, end + delimiter.Length) : Decoding<string>.Junk;
    };

    public static Reference<string> LengthPrefixed(int longest) => bytes =>
    {
        if (bytes.Length < 4) return Decoding<string>.Incomplete;
        var length = ((long)bytes[0] << 24) + (bytes[1] << 16) + (bytes[2] << 8) + bytes[3];
        if (length > longest) return Decoding<string>.Junk;
        if (bytes.Length - 4 < length) return Decoding<string>.Incomplete;
        return Utf8(bytes.Slice(4, (int)length)) is { } text ? Decoding<string>.Of(text, 4 + length) : Decoding<string>.Junk;
    };

    public static Reference<int> DecimalLine(int longest)
    {
        var line = Line("\n", longest);
        return bytes =>
        {
            var found = line(bytes);
            if (found.Status != DecodingStatus.Message) return found.Select(_ => 0);
            return found.Message.Length > 0 && found.Message.All(char.IsAsciiDigit) ? found.Select(digits => digits.Aggregate(0, (n, d) => 10 * n + (d - '0'))) : Decoding<int>.Junk;
        };
    }

    private static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
