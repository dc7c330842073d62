using System.Buffers;
using System.Text;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Reports;
using Igloo.Testing;
using Redis.Model;
using Redis.Wire;

namespace Redis.Tests;

public sealed class CodecTests
{
    [Fact]
    public void Command_codec_obeys_the_law()
    {
        var report = CodecLaws.Check(new CommandCodec(), random => new Command(Verb.Ordinary, CommandText.TryCommand(Arguments(random))?.Text ?? "\\nonsense"));

        Assert.True(report is { Frames: > 1_000, Unencodable: > 0, Messages: > 100, Junk: > 1_000, Incomplete: > 100 }, report.ToString());
    }

    [Fact]
    public void Reply_codec_obeys_the_law()
    {
        var report = CodecLaws.Check(new ReplyCodec(), random => ReplyCodec.Reply(Value(random, 0)));

        Assert.True(report is { Frames: > 1_000, Unencodable: > 0, Messages: > 100, Junk: > 1_000, Incomplete: > 100 }, report.ToString());
    }

    [Theory]
    [InlineData("*3\r\n$7\r\nmessage\r\n$4\r\nnews\r\n$1\r\nx\r\n", ReplyKind.Message)]
    [InlineData("*3\r\n$11\r\nunsubscribe\r\n$4\r\nnews\r\n:0\r\n", ReplyKind.LastUnsubscribed)]
    [InlineData("*3\r\n$11\r\nunsubscribe\r\n$4\r\nnews\r\n:1\r\n", ReplyKind.Answer)]
    [InlineData("*-1\r\n", ReplyKind.Answer)]
    [InlineData("$-1\r\n", ReplyKind.Answer)]
    public void Reply_has_the_kind_of_its_form(string text, ReplyKind kind)
    {
        var decoding = new ReplyCodec().Decode(new(Encoding.Latin1.GetBytes(text + "+OK")));

        Assert.Equal((DecodingStatus.Message, kind, text), (decoding.Status, decoding.Message.Kind, decoding.Message.Text));
    }

    [Theory]
    [InlineData("*0\r\n")]
    [InlineData("*1\r\n$-1\r\n")]
    [InlineData("*1\r\n$7\r\nMONITOR\r\n")]
    [InlineData("*2\r\n$5\r\nHELLO\r\n$1\r\n3\r\n")]
    [InlineData("*3\r\n$9\r\nSUBSCRIBE\r\n$1\r\na\r\n$1\r\nb\r\n")]
    [InlineData("SET a \"b c\"\r\n")]
    [InlineData("\r\n")]
    [InlineData("*99999999999999999999\r\n")]
    [InlineData("*1\0\r\n$4\r\nPING\r\n")]
    [InlineData("*+1\r\n$4\r\nPING\r\n")]
    [InlineData("*1\r\n$04\r\nPING\r\n")]
    public void Command_outside_the_model_is_junk(string text) =>
        Assert.Equal(DecodingStatus.Junk, new CommandCodec().Decode(new(Encoding.Latin1.GetBytes(text))).Status);

    // Whether it arrives in one piece or in many: a monitor gives up on as many bytes without a whole frame.
    [Fact]
    public void Reply_that_is_longer_than_the_longest_is_junk()
    {
        var codec = new ReplyCodec();
        var tooLong = Bulk(codec.MaximumLength - 10);
        var longest = Bulk(codec.MaximumLength - 12);

        Assert.Equal(codec.MaximumLength + 2, tooLong.Length);
        Assert.Equal(DecodingStatus.Junk, codec.Decode(new(tooLong)).Status);
        Assert.Equal((DecodingStatus.Message, codec.MaximumLength), (codec.Decode(new(longest)).Status, (int)codec.Decode(new(longest)).Length));
    }

    [Fact]
    public void Command_that_is_longer_than_the_longest_is_junk()
    {
        var codec = new CommandCodec();
        byte[] head = [.. "*3\r\n$3\r\nSET\r\n$1\r\na\r\n"u8];
        var longest = codec.MaximumLength - head.Length;

        Assert.Equal(DecodingStatus.Junk, codec.Decode(new([.. head, .. Bulk(longest - 11)])).Status);
        Assert.Equal(DecodingStatus.Message, codec.Decode(new([.. head, .. Bulk(longest - 12)])).Status);
    }

    [Fact]
    public void Command_with_a_character_that_is_no_byte_is_a_violated_precondition() =>
        Assert.Throws<PreconditionViolationException>(() => new CommandCodec().Encode(CommandText.Command("SET", "a", "\u20AC"), new ArrayBufferWriter<byte>()));

    private static byte[] Bulk(int length) => Encoding.Latin1.GetBytes($"${length}\r\n{new string('x', length)}\r\n");

    private static string[] Arguments(Random random) =>
        [.. Enumerable.Range(0, random.Next(4)).Select(_ => string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => "ab \r\n'\\\xFF*$3"[random.Next(11)])))];

    private static string Value(Random random, int depth) => random.Next(depth < 2 ? 6 : 5) switch
    {
        0 => "+OK\r\n",
        1 => "-ERR no\r\n",
        2 => $":{random.Next(-5, 50)}\r\n",
        3 => random.Next(2) == 0 ? "$-1\r\n" : "$3\r\na\r\n\r\n",
        4 => random.Next(8) == 0 ? "nonsense" : "$0\r\n\r\n",
        _ => random.Next(3) is var n ? $"*{n}\r\n{string.Concat(Enumerable.Range(0, n).Select(_ => Value(random, depth + 1)))}" : "",
    };
}
