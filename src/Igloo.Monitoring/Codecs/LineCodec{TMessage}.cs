using System.Buffers;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Codecs;

/// <summary>Frames that are ended by a delimiter, a line feed unless told otherwise. The contents cannot hold the delimiter.</summary>
/// <typeparam name="TMessage">The messages.</typeparam>
/// <param name="payload">The contents.</param>
/// <param name="maximumLength">The length of the longest frame in bytes, the delimiter included.</param>
/// <param name="delimiter">The delimiter; no proper prefix of it may also be its end (the law would not hold).</param>
public sealed class LineCodec<TMessage>(IPayloadCodec<TMessage> payload, int maximumLength, ReadOnlyMemory<byte> delimiter) : IFrameCodec<TMessage>
{
    private readonly Action<TMessage, FrameWriter> write = (message, writer) => Write(payload, maximumLength, delimiter.Span, message, writer);

    /// <summary>Lines ended by a line feed.</summary>
    /// <param name="payload">The contents.</param>
    /// <param name="maximumLength">The length of the longest frame in bytes, the line feed included.</param>
    public LineCodec(IPayloadCodec<TMessage> payload, int maximumLength)
        : this(payload, maximumLength, "\n"u8.ToArray())
    {
    }

    /// <inheritdoc/>
    public int MaximumLength { get; } = Fitting(maximumLength, delimiter);

    /// <inheritdoc/>
    public Decoding<TMessage> Decode(in ReadOnlySequence<byte> bytes)
    {
        // A line that is too long is junk however much of it has come.
        if (bytes.IsSingleSegment) return Decode(bytes.FirstSpan[..(int)Math.Min(bytes.Length, maximumLength)]);
        var seen = bytes.Length > maximumLength ? bytes.Slice(0, maximumLength) : bytes;
        var reader = new SequenceReader<byte>(seen);
        if (!reader.TryReadTo(out ReadOnlySequence<byte> line, delimiter.Span)) return Without(seen.Length);
        return Contiguous.TryDecode(payload, line, out var message) ? Decoding<TMessage>.Of(message, line.Length + delimiter.Length) : Decoding<TMessage>.Junk;
    }

    /// <inheritdoc/>
    public void Encode(TMessage message, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Contiguous.Write(output, message, write);
    }

    private static int Fitting(int maximumLength, ReadOnlyMemory<byte> delimiter)
    {
        if (delimiter.IsEmpty) throw new ArgumentException("A line ends with something.", nameof(delimiter));
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumLength, delimiter.Length);
        return maximumLength;
    }

    private Decoding<TMessage> Decode(ReadOnlySpan<byte> seen) =>
        seen.IndexOf(delimiter.Span) is var length and >= 0 ? DecodeLine(seen[..length]) : Without(seen.Length);

    private Decoding<TMessage> DecodeLine(ReadOnlySpan<byte> line) =>
        payload.TryDecode(line, out var message) ? Decoding<TMessage>.Of(message, line.Length + delimiter.Length) : Decoding<TMessage>.Junk;

    private Decoding<TMessage> Without(long length) => length == maximumLength ? Decoding<TMessage>.Junk : Decoding<TMessage>.Incomplete;

    private static void Write(IPayloadCodec<TMessage> payload, int maximumLength, ReadOnlySpan<byte> delimiter, TMessage message, FrameWriter writer)
    {
        var start = writer.Length;
        payload.Encode(message, writer);
        writer.Write(delimiter);
        var line = writer.From(start);
        if (line.Length > maximumLength) throw new PreconditionViolationException($"The line has {line.Length} bytes with its end; the longest has {maximumLength}.");

        // The end must be the first place where the delimiter is, or this would be two messages.
        if (line.IndexOf(delimiter) != line.Length - delimiter.Length) throw new PreconditionViolationException("The contents hold the delimiter of lines.");
    }
}
