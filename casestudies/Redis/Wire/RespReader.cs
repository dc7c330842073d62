using System.Buffers;
using System.Globalization;
using System.Text;
using Igloo.Monitoring.Codecs;

namespace Redis.Wire;

/// <summary>Reads RESP2 from the beginning of some bytes: each step says whether it found something, nothing yet, or junk.</summary>
/// <param name="bytes">The bytes.</param>
internal ref struct RespReader(ReadOnlySequence<byte> bytes)
{
    private const int LongestNumber = 20;
    private const int Deepest = 8;
    private SequenceReader<byte> reader = new(bytes);

    public readonly long Consumed => reader.Consumed;

    /// <summary>A whole value of any kind.</summary>
    public DecodingStatus Skip(int maximumLength, int depth = 0)
    {
        if (depth > Deepest) return DecodingStatus.Junk;
        if (!reader.TryPeek(out var kind)) return DecodingStatus.Incomplete;
        switch ((char)kind)
        {
            case '+' or '-':
                reader.Advance(1);
                return Line(maximumLength, out _);
            case ':':
                return Number(':', out _);
            case '$':
                return Bulk(maximumLength, isNullAllowed: true, out _);
            case '*':
                return Array(maximumLength, depth);
            default:
                return DecodingStatus.Junk;
        }
    }

    /// <summary>A header such as <c>$3</c> with the end of its line.</summary>
    public DecodingStatus Number(char kind, out long value)
    {
        value = 0;
        if (!reader.TryPeek(out var first)) return DecodingStatus.Incomplete;
        if (first != kind) return DecodingStatus.Junk;
        reader.Advance(1);
        var status = Line(LongestNumber + 2, out var digits);
        if (status != DecodingStatus.Message) return status;
        return IsNumber(Encoding.Latin1.GetString(digits), isLength: kind != ':', out value) ? DecodingStatus.Message : DecodingStatus.Junk;
    }

    // The server takes a length only as it would write it, and the parser of the library more than digits.
    private static bool IsNumber(string digits, bool isLength, out long value) =>
        long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
        && (isLength ? digits == value.ToString(CultureInfo.InvariantCulture) : digits[^1] != '\0');

    /// <summary>A string with its length before it; null where the length is -1.</summary>
    public DecodingStatus Bulk(int maximumLength, bool isNullAllowed, out string? text)
    {
        text = null;
        var status = Number('$', out var length);
        if (status != DecodingStatus.Message) return status;
        if (length == -1 && isNullAllowed) return DecodingStatus.Message;
        if (length < 0 || length > maximumLength) return DecodingStatus.Junk;
        if (reader.Remaining < length) return DecodingStatus.Incomplete;
        var content = reader.UnreadSequence.Slice(0, length);
        reader.Advance(length);
        var end = End();
        if (end == DecodingStatus.Message) text = Encoding.Latin1.GetString(content);
        return end;
    }

    private DecodingStatus Array(int maximumLength, int depth)
    {
        var status = Number('*', out var count);
        if (status != DecodingStatus.Message || count == -1) return status;
        if (count < 0 || count > maximumLength) return DecodingStatus.Junk;
        for (var i = 0L; i < count; i++)
        {
            status = Skip(maximumLength, depth + 1);
            if (status != DecodingStatus.Message) return status;
        }

        return DecodingStatus.Message;
    }

    // The text before the next CR LF. A CR or LF alone is junk, and so is a line that gets too long.
    private DecodingStatus Line(int maximumLength, out ReadOnlySequence<byte> line)
    {
        line = reader.UnreadSequence;
        var length = 0;
        while (reader.TryPeek(out var next) && next is not ((byte)'\r' or (byte)'\n'))
        {
            if (++length > maximumLength) return DecodingStatus.Junk;
            reader.Advance(1);
        }

        line = line.Slice(0, length);
        return End();
    }

    private DecodingStatus End()
    {
        if (!reader.TryRead(out var first)) return DecodingStatus.Incomplete;
        if (first != '\r') return DecodingStatus.Junk;
        if (!reader.TryRead(out var second)) return DecodingStatus.Incomplete;
        return second == '\n' ? DecodingStatus.Message : DecodingStatus.Junk;
    }
}
