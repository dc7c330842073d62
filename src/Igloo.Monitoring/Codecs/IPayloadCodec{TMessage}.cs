using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Codecs;

/// <summary>Between messages and the contents of frames; where a frame ends is the matter of a framing.</summary>
/// <typeparam name="TMessage">The messages.</typeparam>
public interface IPayloadCodec<TMessage>
{
    /// <summary>The message of a whole frame's contents. Total.</summary>
    /// <param name="payload">The contents.</param>
    /// <param name="message">The message.</param>
    /// <returns>False if there is none: the frame is junk.</returns>
    bool TryDecode(ReadOnlySpan<byte> payload, [MaybeNullWhen(false)] out TMessage message);

    /// <summary>Writes the contents. Partial.</summary>
    /// <param name="message">The message.</param>
    /// <param name="output">Where to.</param>
    /// <exception cref="PreconditionViolationException">The value has no encoding.</exception>
    void Encode(TMessage message, IBufferWriter<byte> output);
}
