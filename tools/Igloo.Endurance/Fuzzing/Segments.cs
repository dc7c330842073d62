using System.Buffers;

namespace Igloo.Endurance.Fuzzing;

/// <summary>Bytes as a sequence of several segments, empty ones among them.</summary>
internal static class Segments
{
    public static ReadOnlySequence<byte> Of(byte[] bytes, int from, int to, Random random)
    {
        var first = new Segment(default, null);
        var last = first;
        for (var at = from; at < to;)
        {
            var next = Math.Min(to - at, random.Next(12));
            last = new Segment(bytes.AsMemory(at, next), last);
            at += next;
        }

        return new(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? before)
        {
            Memory = memory;
            if (before is null) return;
            RunningIndex = before.RunningIndex + before.Memory.Length;
            before.Next = this;
        }
    }
}
