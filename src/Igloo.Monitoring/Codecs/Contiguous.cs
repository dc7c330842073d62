using System.Buffers;

namespace Igloo.Monitoring.Codecs;

/// <summary>Bytes in one piece: without a copy where they are so already.</summary>
internal static class Contiguous
{
    public static ReadOnlySpan<byte> Of(in ReadOnlySequence<byte> bytes) => bytes.IsSingleSegment ? bytes.FirstSpan : bytes.ToArray();
}
