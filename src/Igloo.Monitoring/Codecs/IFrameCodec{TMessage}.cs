using System.Buffers;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Codecs;

/// <summary>Between messages and frames in a stream of bytes.</summary>
/// <typeparam name="TMessage">The messages.</typeparam>
/// <remarks>Decoding what was encoded gives the same message back, also where frames follow one another.</remarks>
public interface IFrameCodec<TMessage> : IFrameDecoder<TMessage>
{
    /// <summary>Writes the frame of a message. Partial: not every value has one.</summary>
    /// <param name="message">The message.</param>
    /// <param name="output">Where to.</param>
    /// <exception cref="PreconditionViolationException">The value has no frame. No permission is consumed.</exception>
    void Encode(TMessage message, IBufferWriter<byte> output);
}
