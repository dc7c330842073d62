namespace Igloo.Endurance.Fuzzing;

/// <summary>Inputs out of well-formed frames: as they are, changed in a few places, cut, repeated, or replaced by noise.</summary>
internal static class Mutation
{
    private const int LongestNoise = 96;

    /// <param name="random">Chooses.</param>
    /// <param name="frames">The frames, in order.</param>
    /// <param name="words">Pieces that mean something in the format.</param>
    public static byte[] Of(Random random, List<byte[]> frames, IReadOnlyList<byte[]> words)
    {
        if (random.Next(16) == 0) return Noise(random);
        if (frames.Count > 1 && random.Next(8) == 0) frames.RemoveAt(random.Next(frames.Count));
        if (frames.Count > 0 && random.Next(8) == 0) frames.Insert(random.Next(frames.Count), frames[random.Next(frames.Count)]);
        var bytes = frames.SelectMany(f => f).ToList();
        for (var changes = random.Next(4); changes > 0; changes--) Change(bytes, random, words);
        return [.. bytes];
    }

    /// <summary>The bytes in pieces of random lengths.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Pieces(byte[] bytes, Random random)
    {
        var longest = random.Next(4) switch { 0 => 1, 1 => 7, 2 => 64, _ => int.MaxValue };
        for (var at = 0; at < bytes.Length;)
        {
            var length = longest == int.MaxValue ? bytes.Length : Math.Min(bytes.Length - at, random.Next(1, longest + 1));
            yield return bytes.AsMemory(at, length);
            at += length;
        }
    }

    private static void Change(List<byte> bytes, Random random, IReadOnlyList<byte[]> words)
    {
        var at = random.Next(bytes.Count + 1);
        var kind = random.Next(8);
        if (kind == 0)
        {
            bytes.InsertRange(at, words[random.Next(words.Count)]);
            return;
        }

        if (at == bytes.Count) return;
        var length = Math.Min(bytes.Count - at, random.Next(1, 9));
        switch (kind)
        {
            case 1: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 2: bytes[at] = (byte)random.Next(256); break;
            case 3: bytes.RemoveRange(at, bytes.Count - at); break;
            case 4: bytes.RemoveRange(at, length); break;
            case 5: bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length)); break;
            case 6: bytes[at] = unchecked((byte)(bytes[at] + (random.Next(2) == 0 ? 1 : 255))); break;
            default: bytes.InsertRange(at, Noise(random).Take(length)); break;
        }
    }

    private static byte[] Noise(Random random)
    {
        var noise = new byte[random.Next(LongestNoise + 1)];
        random.NextBytes(noise);
        return noise;
    }
}
