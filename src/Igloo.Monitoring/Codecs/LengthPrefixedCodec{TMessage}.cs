using System.Buffers;
using System.Buffers.Binary;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Codecs;

/// <summary>Frames that begin with the length of what follows, in four bytes, most significant first.</summary>
/// <typeparam name="TMessage">The messages.</typeparam>
/// <param name="payload">The contents.</param>
/// <param name="longestPayload">The length of the longest contents in bytes, at most four less than the greatest <see cref="int"/>. A greater prefix is junk.</param>
public sealed class LengthPrefixedCodec<TMessage>(IPayloadCodec<TMessage> payload, int longestPayload) : IFrameCodec<TMessage>
{
    private const int Prefix = sizeof(int);
    private readonly Action<TMessage, FrameWriter> write = (message, writer) => Write(payload, longestPayload, message, writer);

    /// <inheritdoc/>
    public int MaximumLength { get; } = MaximumOf(longestPayload);

    /// <inheritdoc/>
    public Decoding<TMessage> Decode(in ReadOnlySequence<byte> bytes)
    {
        if (bytes.Length < Prefix) return Decoding<TMessage>.Incomplete;
        var length = LengthIn(bytes);
        if (length > longestPayload) return Decoding<TMessage>.Junk;
        if (bytes.Length < Prefix + length) return Decoding<TMessage>.Incomplete;
        // What is in one piece, as mostly, is not cut into sequences.
        var isMessage = bytes.FirstSpan.Length >= Prefix + length
            ? payload.TryDecode(bytes.FirstSpan.Slice(Prefix, (int)length), out var message)
            : Contiguous.TryDecode(payload, bytes.Slice(Prefix, length), out message);
        return isMessage ? Decoding<TMessage>.Of(message!, Prefix + length) : Decoding<TMessage>.Junk;
    }

    /// <inheritdoc/>
    public void Encode(TMessage message, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Contiguous.Write(output, message, write);
    }

    private static int MaximumOf(int longestPayload)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(longestPayload);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(longestPayload, int.MaxValue - Prefix);
        return Prefix + longestPayload;
    }

    private static uint LengthIn(in ReadOnlySequence<byte> bytes)
    {
        if (BinaryPrimitives.TryReadUInt32BigEndian(bytes.FirstSpan, out var length)) return length;
        Span<byte> prefix = stackalloc byte[Prefix];
        bytes.Slice(0, Prefix).CopyTo(prefix);
        return BinaryPrimitives.ReadUInt32BigEndian(prefix);
    }

    private static void Write(IPayloadCodec<TMessage> payload, int longestPayload, TMessage message, FrameWriter writer)
    {
        var start = writer.Length;
        writer.GetSpan(Prefix);
        writer.Advance(Prefix);
        payload.Encode(message, writer);
        var length = writer.Length - start - Prefix;
        if (length > longestPayload) throw new PreconditionViolationException($"The contents have {length} bytes; a frame holds {longestPayload}.");
        BinaryPrimitives.WriteInt32BigEndian(writer.From(start), length);
    }
}
