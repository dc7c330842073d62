using System.Buffers;
using System.Text;
using Igloo.Monitoring.Codecs;
using Igloo.Monitoring.Reports;

namespace Igloo.Testing.Tests;

public sealed class CodecLawsTests
{
    private static readonly LengthPrefixedCodec<string> Prefixed = new(new Utf8Payload(), longestPayload: 7);
    private static readonly LineCodec<string> Lines = new(new Utf8Payload(), maximumLength: 12);

    [Fact]
    public void Length_prefixed_framing_obeys_the_law()
    {
        var report = CodecLaws.Check(Prefixed, Words);

        Assert.True(report is { Frames: > 1_000, Unencodable: > 100, Messages: > 100, Junk: > 1_000, Incomplete: > 100 }, report.ToString());
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("--END")]
    public void Line_framing_obeys_the_law(string delimiter)
    {
        var report = CodecLaws.Check(new LineCodec<string>(new Utf8Payload(), 8, Encoding.UTF8.GetBytes(delimiter)), Words);

        Assert.True(report is { Frames: > 1_000, Unencodable: > 100, Messages: > 100, Junk: > 1_000 }, report.ToString());
    }

    [Theory]
    [InlineData("smuggled\nline")]
    [InlineData("far too long for a line")]
    public void Line_without_a_frame_is_a_violated_precondition(string text)
    {
        var output = new ArrayBufferWriter<byte>();

        Assert.Throws<PreconditionViolationException>(() => Lines.Encode(text, output));
        Assert.Equal(0, output.WrittenCount);
    }

    [Fact]
    public void Text_that_is_no_Unicode_is_a_violated_precondition() =>
        Assert.Throws<PreconditionViolationException>(() => Prefixed.Encode("\uD800", new ArrayBufferWriter<byte>()));

    // Each breaks one clause of the law.
    public static TheoryData<string, string, Func<ReadOnlySequence<byte>, Decoding<string>>?, Action<string, IBufferWriter<byte>>?> BrokenCodecs => new()
    {
        { "encodes a delimiter", "decodes to", null, (m, o) => o.Write(Encoding.UTF8.GetBytes(m + "\n")) },
        { "throws on a value", "NotSupportedException", null, (_, _) => throw new NotSupportedException() },
        { "writes nothing", "is empty", null, (_, _) => { } },
        { "writes too much", "more than MaximumLength", null, (m, o) => o.Write(Encoding.UTF8.GetBytes(m.Replace("\n", "", StringComparison.Ordinal) + "            \n")) },
        { "throws on junk", "decoding is total", b => b.FirstSpan.Contains((byte)0xC3) ? throw new FormatException("bad") : Lines.Decode(b), null },
        { "reads one piece only", "split", b => Lines.Decode(new(b.First)), null },
        { "gives up before the end of a line", "decodes to junk", b => b.Length == 3 && Lines.Decode(b).Status == DecodingStatus.Incomplete ? Decoding<string>.Junk : Lines.Decode(b), null },
        { "changes the message", "decodes to", b => Lines.Decode(b).Select(m => m.ToUpperInvariant()), null },
        { "answers otherwise when more follows", "", b => b.Length > 14 ? Decoding<string>.Junk : Lines.Decode(b), null },
        { "takes nothing for a message", "decoding 0A failed with ArgumentOutOfRangeException", b => b.FirstSpan is [(byte)'\n', ..] ? Decoding<string>.Of("", 0) : Lines.Decode(b), null },
        { "reads more than the longest", "more than MaximumLength", b => b.Length > Lines.MaximumLength && Lines.Decode(b).Status == DecodingStatus.Junk ? Decoding<string>.Of("", b.Length) : Lines.Decode(b), null },
        { "takes less than nothing", "ArgumentOutOfRangeException", b => Decoding<string>.Of("", -1), null },
        { "writes for ever", "it was not written any further", null, (_, o) => WriteForEver(o) },
        { "writes for ever and swallows what stops it", "has not ended after", null, (_, o) => WriteInSpite(o) },
        { "takes more than there is", "", b => Lines.Decode(b) is { Status: DecodingStatus.Message } d ? Decoding<string>.Of(d.Message, d.Length + 1) : Lines.Decode(b), null },
    };

    [Theory]
    [MemberData(nameof(BrokenCodecs))]
    public void Codec_is_refuted_when_it(string breaks, string said, Func<ReadOnlySequence<byte>, Decoding<string>>? decode, Action<string, IBufferWriter<byte>>? encode)
    {
        var failure = Assert.Throws<ModelFailureException>(() => CodecLaws.Check(new Broken(decode, encode), Words, Hasty));

        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.NotEmpty(breaks);
    }

    [Fact]
    public void Decoder_that_loops_is_refuted_with_its_input()
    {
        var codec = new Broken(b => b.FirstSpan is [0xC3, ..] ? Loop() : Lines.Decode(b), null);

        var failure = Assert.Throws<ModelFailureException>(() => CodecLaws.Check(codec, Words, Hasty));

        Assert.Matches("breaks the codec law in case [0-9]+: decoding C3[0-9A-F]* has not ended after 0.5 s", failure.Message);
        var replay = Hasty with { Replay = failure.Message.Split('"')[1] };
        Assert.Contains("decoding C3", Assert.Throws<ModelFailureException>(() => CodecLaws.Check(codec, Words, replay)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Encoder_that_loops_is_refuted_with_its_message()
    {
        var failure = Assert.Throws<ModelFailureException>(() => CodecLaws.Check(new Broken(null, (_, _) => Loop()), _ => "word", Hasty));

        Assert.Contains("encoding word has not ended", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Generator_that_loops_is_named() =>
        Assert.Contains(
            "generating a message has not ended",
            Assert.Throws<ModelFailureException>(() => CodecLaws.Check(Lines, _ => Loop().Message, Hasty)).Message, StringComparison.Ordinal);

    [Fact]
    public void Check_that_does_not_end_in_its_time_has_failed()
    {
        var slow = new Broken(b =>
        {
            // Each call is short enough; there are too many of them.
            Thread.Sleep(20);
            return Lines.Decode(b);
        }, null);

        var failure = Assert.Throws<ModelFailureException>(() => CodecLaws.Check(slow, Words, new() { LongestCheck = TimeSpan.FromSeconds(0.5) }));

        Assert.Contains("the check has not ended after 0.5 s", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Codec_without_a_longest_frame_is_refuted()
    {
        var codec = new Broken(decode: null, encode: null, longest: 0);

        Assert.Contains("MaximumLength is 0", Assert.Throws<ModelFailureException>(() => CodecLaws.Check(codec, Words)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Failure_is_repeated_from_what_it_prints()
    {
        var codec = new Broken(b => Lines.Decode(b) is { Status: DecodingStatus.Message, Message: "é" } ? Decoding<string>.Junk : Lines.Decode(b), null);
        var first = Assert.Throws<ModelFailureException>(() => CodecLaws.Check(codec, Words, new() { Count = 100_000 })).Message;

        var again = Assert.Throws<ModelFailureException>(() => CodecLaws.Check(codec, Words, new() { Replay = first.Split('"')[1] })).Message;

        Assert.Equal(first.Split(": ", 2)[1], again.Split(": ", 2)[1]);
    }

    [Fact]
    public void Check_fails_when_no_message_can_be_encoded() =>
        Assert.Contains("nothing was tested", Assert.Throws<ModelFailureException>(() => CodecLaws.Check(Lines, _ => "far too long for a line")).Message, StringComparison.Ordinal);

    private static CodecLawOptions Hasty { get; } = new() { LongestCall = TimeSpan.FromSeconds(0.5) };

    // Sleeps, so that the threads that it leaves behind do not slow other tests down.
    private static Decoding<string> Loop()
    {
        while (true) Thread.Sleep(1_000);
    }

    private static void WriteForEver(IBufferWriter<byte> output)
    {
        while (true) output.Write(new byte[65_536]);
    }

    private static void WriteInSpite(IBufferWriter<byte> output)
    {
        while (true)
        {
            try
            {
                output.Write(new byte[65_536]);
            }
            catch (InvalidOperationException)
            {
                // As in the loop above: what it leaves behind must not take a processor.
                Thread.Sleep(100);
            }
        }
    }

    private static string Words(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => "ab\r\né-END"[random.Next(9)]));

    private sealed class Broken(Func<ReadOnlySequence<byte>, Decoding<string>>? decode, Action<string, IBufferWriter<byte>>? encode, int? longest = null) : IFrameCodec<string>
    {
        public int MaximumLength => longest ?? Lines.MaximumLength;

        public Decoding<string> Decode(in ReadOnlySequence<byte> bytes) => (decode ?? (b => Lines.Decode(b)))(bytes);

        public void Encode(string message, IBufferWriter<byte> output) => (encode ?? Lines.Encode)(message, output);
    }
}
