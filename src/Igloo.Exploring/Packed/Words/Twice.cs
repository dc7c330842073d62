namespace Igloo.Exploring.Packed.Words;

/// <summary>A packed state of twice as many words.</summary>
/// <typeparam name="T">The half.</typeparam>
internal readonly struct Twice<T>(T low, T high) : IWords<Twice<T>>
    where T : struct, IWords<T>
{
    private readonly T low = low;
    private readonly T high = high;

    public static int Count => 2 * T.Count;

    public bool IsEmpty => low.IsEmpty && high.IsEmpty;

    public static Twice<T> From(ReadOnlySpan<ulong> words) => new(T.From(words[..T.Count]), T.From(words[T.Count..]));

    public void CopyTo(Span<ulong> words)
    {
        low.CopyTo(words[..T.Count]);
        high.CopyTo(words[T.Count..]);
    }

    public bool Matches(in Twice<T> mask, in Twice<T> value) => low.Matches(mask.low, value.low) && high.Matches(mask.high, value.high);

    public Twice<T> Changed(in Twice<T> keep, in Twice<T> set) => new(low.Changed(keep.low, set.low), high.Changed(keep.high, set.high));

    public bool Is(in Twice<T> other) => low.Is(other.low) && high.Is(other.high);

    public bool Bit(int index) => index < 64 * T.Count ? low.Bit(index) : high.Bit(index - (64 * T.Count));

    public Twice<T> Flipped(int index) =>
        index < 64 * T.Count ? new(low.Flipped(index), high) : new(low, high.Flipped(index - (64 * T.Count)));

    public ulong Hash()
    {
        unchecked
        {
            var h = (low.Hash() * 0x9E3779B97F4A7C15) + high.Hash();
            h = (h ^ (h >> 32)) * 0xD6E8FEB86659FD93;
            return h ^ (h >> 32);
        }
    }

    public int CompareTo(in Twice<T> other) => high.CompareTo(other.high) is not 0 and var order ? order : low.CompareTo(other.low);
}
