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
    /// <summary>Lines ended by a line feed.</summary>
    /// <param name="payload">The contents.</param>
    /// <param name="maximumLength">The length of the longest frame in bytes, the line feed included.</param>
    public LineCodec(IPayloadCodec<TMessage> payload, int maximumLength)
        : this(payload, maximumLength, "\n"u8.ToArray())
    {
    }

    /// <inheritdoc/>
    public int MaximumLength => maximumLength;

    /// <inheritdoc/>
    public Decoding<TMessage> Decode(in ReadOnlySequence<byte> bytes)
    {
        // A line that is too long is junk however much of it has come.
        var seen = bytes.Length > maximumLength ? bytes.Slice(0, maximumLength) : bytes;
        var reader = new SequenceReader<byte>(seen);
        if (!reader.TryReadTo(out ReadOnlySequence<byte> line, delimiter.Span))
        {
            return seen.Length == maximumLength ? Decoding<TMessage>.Junk : Decoding<TMessage>.Incomplete;
        }

        return payload.TryDecode(Contiguous.Of(line), out var message)
            ? Decoding<TMessage>.Of(message, line.Length + delimiter.Length)
            : Decoding<TMessage>.Junk;
    }

    /// <inheritdoc/>
    public void Encode(TMessage message, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var contents = new ArrayBufferWriter<byte>();
        payload.Encode(message, contents);
        contents.Write(delimiter.Span);
        if (contents.WrittenCount > maximumLength)
        {
            throw new PreconditionViolationException($"The line has {contents.WrittenCount} bytes with its end; the longest has {maximumLength}.");
        }

        // The end must be the first place where the delimiter is, or this would be two messages.
        if (contents.WrittenSpan.IndexOf(delimiter.Span) != contents.WrittenCount - delimiter.Length)
        {
            throw new PreconditionViolationException("The contents hold the delimiter of lines.");
        }

        output.Write(contents.WrittenSpan);
    }
}
