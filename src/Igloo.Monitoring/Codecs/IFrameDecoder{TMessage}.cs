using System.Buffers;

namespace Igloo.Monitoring.Codecs;

/// <summary>Finds messages in a stream of bytes.</summary>
/// <typeparam name="TMessage">The messages.</typeparam>
/// <remarks>
/// The codec law: decoding is total and never throws; what it answers to some bytes, a message or junk, it answers to every continuation of them
/// (so the result does not depend on how the stream is split); and no proper prefix of a frame is a message or junk.
/// <c>CodecLaws.Check</c> of Igloo.Testing tests it. Called by several threads at once; keep it without state.
/// </remarks>
public interface IFrameDecoder<TMessage>
{
    /// <summary>The length of the longest frame in bytes. As many bytes without a whole frame are junk.</summary>
    int MaximumLength { get; }

    /// <summary>Decodes the first frame.</summary>
    /// <param name="bytes">The bytes received so far that belong to no earlier frame.</param>
    Decoding<TMessage> Decode(in ReadOnlySequence<byte> bytes);
}
