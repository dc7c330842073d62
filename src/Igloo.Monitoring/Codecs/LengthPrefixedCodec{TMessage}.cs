using System.Buffers;
using System.Buffers.Binary;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Codecs;

/// <summary>Frames that begin with the length of what follows, in four bytes, most significant first.</summary>
/// <typeparam name="TMessage">The messages.</typeparam>
/// <param name="payload">The contents.</param>
/// <param name="longestPayload">The length of the longest contents in bytes. A greater prefix is junk.</param>
public sealed class LengthPrefixedCodec<TMessage>(IPayloadCodec<TMessage> payload, int longestPayload) : IFrameCodec<TMessage>
{
    private const int Prefix = sizeof(int);

    /// <inheritdoc/>
    public int MaximumLength => Prefix + longestPayload;

    /// <inheritdoc/>
    public Decoding<TMessage> Decode(in ReadOnlySequence<byte> bytes)
    {
        if (bytes.Length < Prefix) return Decoding<TMessage>.Incomplete;
        Span<byte> prefix = stackalloc byte[Prefix];
        bytes.Slice(0, Prefix).CopyTo(prefix);
        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix);
        if (length > longestPayload) return Decoding<TMessage>.Junk;
        if (bytes.Length < Prefix + length) return Decoding<TMessage>.Incomplete;
        return payload.TryDecode(Contiguous.Of(bytes.Slice(Prefix, length)), out var message)
            ? Decoding<TMessage>.Of(message, Prefix + length)
            : Decoding<TMessage>.Junk;
    }

    /// <inheritdoc/>
    public void Encode(TMessage message, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var contents = new ArrayBufferWriter<byte>();
        payload.Encode(message, contents);
        if (contents.WrittenCount > longestPayload)
        {
            throw new PreconditionViolationException($"The contents have {contents.WrittenCount} bytes; a frame holds {longestPayload}.");
        }

        BinaryPrimitives.WriteInt32BigEndian(output.GetSpan(Prefix), contents.WrittenCount);
        output.Advance(Prefix);
        output.Write(contents.WrittenSpan);
    }
}
