using System.Buffers;

namespace Igloo.Testing.Randomness;

/// <summary>Bytes in random pieces, and changed at random.</summary>
internal static class Chunks
{
    public static ReadOnlySequence<byte> Split(byte[] bytes, Random random)
    {
        var first = new Segment(default, null);
        var last = first;
        for (var at = 0; at < bytes.Length;)
        {
            var length = Math.Min(bytes.Length - at, random.Next(1, 8));
            last = new Segment(bytes.AsMemory(at, length), last);
            at += length;
        }

        return new(first, 0, last, last.Memory.Length);
    }

    /// <summary>One to three changes: a bit, a byte, a cut, a repetition.</summary>
    public static byte[] Mutate(byte[] bytes, Random random)
    {
        var changed = bytes.ToList();
        for (var changes = random.Next(1, 4); changes > 0 && changed.Count > 0; changes--)
        {
            var at = random.Next(changed.Count);
            switch (random.Next(5))
            {
                case 0: changed[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: changed[at] = (byte)random.Next(256); break;
                case 2: changed.RemoveRange(at, changed.Count - at); break;
                case 3: changed.RemoveAt(at); break;
                default: changed.Insert(at, changed[random.Next(changed.Count)]); break;
            }
        }

        return [.. changed];
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
