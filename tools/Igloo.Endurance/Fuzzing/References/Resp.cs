using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using Igloo.Monitoring.Codecs;
using Redis.Model;
using Redis.Wire;

namespace Igloo.Endurance.Fuzzing.References;

/// <summary>RESP2 as the Redis client under test has it, by recursive descent over a text.</summary>
internal static partial class Resp
{
    private const int Longest = 1 << 20;
    private const int LongestNumber = 22;
    private const int LongestLine = 4_096;
    private const int Deepest = 8;

    public static Decoding<Command> Command(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        if (text.Length == 0) return Decoding<Command>.Incomplete;
        var at = 0;
        var arguments = new List<string>();
        var status = text[0] == '*' ? Array(text, ref at, arguments) : Inline(text, ref at, arguments);
        if (status != DecodingStatus.Message) return status == DecodingStatus.Junk ? Decoding<Command>.Junk : Decoding<Command>.Incomplete;
        return CommandText.TryCommand([.. arguments]) is { } command ? Decoding<Command>.Of(command, at) : Decoding<Command>.Junk;
    }

    public static Decoding<Reply> Reply(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var at = 0;
        return Value(text, ref at, 0) switch
        {
            DecodingStatus.Message => Decoding<Reply>.Of(ReplyCodec.Reply(text[..at]), at),
            DecodingStatus.Junk => Decoding<Reply>.Junk,
            _ => Decoding<Reply>.Incomplete,
        };
    }

    private static DecodingStatus Array(string text, ref int at, List<string> arguments)
    {
        var status = Number(text, ref at, '*', out var count);
        if (status != DecodingStatus.Message) return status;
        if (count is < 1 or > 1_024) return DecodingStatus.Junk;
        while (arguments.Count < count)
        {
            status = Bulk(text, ref at, isNullAllowed: false, out var argument);
            if (status != DecodingStatus.Message) return status;
            arguments.Add(argument);
        }

        return DecodingStatus.Message;
    }

    private static DecodingStatus Inline(string text, ref int at, List<string> arguments)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || end >= LongestLine) return text.Length >= LongestLine ? DecodingStatus.Junk : DecodingStatus.Incomplete;
        at = end + 1;
        var line = text[..end].TrimEnd('\r');
        arguments.AddRange(line.Split(' ').Where(w => w.Length > 0));
        return arguments.Count == 0 || line.Any(c => c < 32 || c == '"' || c == '\'') ? DecodingStatus.Junk : DecodingStatus.Message;
    }

    private static DecodingStatus Value(string text, ref int at, int depth)
    {
        if (depth > Deepest) return DecodingStatus.Junk;
        if (at == text.Length) return DecodingStatus.Incomplete;
        switch (text[at])
        {
            case '+' or '-':
                at++;
                return Line(text, ref at, Longest, out _);
            case ':':
                return Number(text, ref at, ':', out _);
            case '$':
                return Bulk(text, ref at, isNullAllowed: true, out _);
            case '*':
                var status = Number(text, ref at, '*', out var count);
                if (status != DecodingStatus.Message || count == -1) return status;
                if (count is < 0 or > Longest) return DecodingStatus.Junk;
                for (; count > 0 && status == DecodingStatus.Message; count--) status = Value(text, ref at, depth + 1);
                return status;
            default:
                return DecodingStatus.Junk;
        }
    }

    private static DecodingStatus Bulk(string text, ref int at, bool isNullAllowed, out string content)
    {
        content = "";
        var status = Number(text, ref at, '$', out var length);
        if (status != DecodingStatus.Message || (length == -1 && isNullAllowed)) return status;
        if (length is < 0 or > Longest) return DecodingStatus.Junk;
        if (text.Length - at < length) return DecodingStatus.Incomplete;
        content = text.Substring(at, (int)length);
        at += (int)length;
        return End(text, ref at);
    }

    private static DecodingStatus Number(string text, ref int at, char kind, out long value)
    {
        value = 0;
        if (at == text.Length) return DecodingStatus.Incomplete;
        if (text[at++] != kind) return DecodingStatus.Junk;
        var status = Line(text, ref at, LongestNumber, out var digits);
        if (status != DecodingStatus.Message) return status;
        return (kind == ':' ? AnyInteger() : Canonical()).IsMatch(digits) && BigInteger.Parse(digits, CultureInfo.InvariantCulture) is var number && number >= long.MinValue && number <= long.MaxValue
            ? Found((long)number, out value)
            : DecodingStatus.Junk;
    }

    private static DecodingStatus Found(long number, out long value)
    {
        value = number;
        return DecodingStatus.Message;
    }

    [GeneratedRegex(@"^[+-]?[0-9]+\z")]
    private static partial Regex AnyInteger();

    [GeneratedRegex(@"^(0|-?[1-9][0-9]*)\z")]
    private static partial Regex Canonical();

    private static DecodingStatus Line(string text, ref int at, int longest, out string line)
    {
        var end = text.AsSpan(at).IndexOfAny('\r', '\n');
        line = end < 0 ? text[at..] : text.Substring(at, end);
        if (line.Length > longest) return DecodingStatus.Junk;
        at += line.Length;
        return End(text, ref at);
    }

    private static DecodingStatus End(string text, ref int at)
    {
        if (at == text.Length) return DecodingStatus.Incomplete;
        if (text[at] != '\r' || (at + 1 < text.Length && text[at + 1] != '\n')) return DecodingStatus.Junk;
        if (at + 1 == text.Length) return DecodingStatus.Incomplete;
        at += 2;
        return DecodingStatus.Message;
    }
}
