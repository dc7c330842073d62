using System.Buffers;
using Igloo.Monitoring.Codecs;

namespace Igloo.Monitoring.Tests.Streams;

/// <summary>Framings that no frame could obey are refused when they are made.</summary>
public sealed class FramingTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue - 3)]
    [InlineData(int.MaxValue)]
    public void Longest_contents_whose_frame_has_no_length_are_refused(int longest) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LengthPrefixedCodec<string>(new Utf8Payload(), longest));

    [Fact]
    public void Longest_contents_may_be_as_long_as_frames_can_be()
    {
        var codec = new LengthPrefixedCodec<string>(new Utf8Payload(), int.MaxValue - 4);

        Assert.Equal(int.MaxValue, codec.MaximumLength);
        Assert.Equal(DecodingStatus.Junk, codec.Decode(new ReadOnlySequence<byte>([0xFF, 0xFF, 0xFF, 0xFF, 0])).Status);
        Assert.Equal(DecodingStatus.Incomplete, codec.Decode(new ReadOnlySequence<byte>([0x7F, 0xFF, 0xFF, 0xFB, 0])).Status);
    }

    [Fact]
    public void Line_without_delimiter_is_refused() => Assert.Throws<ArgumentException>(() => new LineCodec<string>(new Utf8Payload(), 9, default));

    [Fact]
    public void Line_that_is_shorter_than_its_delimiter_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LineCodec<string>(new Utf8Payload(), 1, "\r\n"u8.ToArray()));
}
