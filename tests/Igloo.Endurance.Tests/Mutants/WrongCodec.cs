using System.Buffers;
using Igloo.Monitoring.Codecs;

namespace Igloo.Endurance.Tests.Mutants;

/// <summary>A codec that decodes otherwise.</summary>
internal sealed class WrongCodec(Func<ReadOnlySequence<byte>, Decoding<string>> decode, IFrameCodec<string> right) : IFrameCodec<string>
{
    public int MaximumLength => right.MaximumLength;

    public Decoding<string> Decode(in ReadOnlySequence<byte> bytes) => decode(bytes);

    public void Encode(string message, IBufferWriter<byte> output) => right.Encode(message, output);
}
