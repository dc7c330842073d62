namespace Igloo.Exploring.Packed.Words;

/// <summary>A packed state of one word.</summary>
internal readonly struct Word(ulong bits) : IWords<Word>
{
    private readonly ulong bits = bits;

    public static int Count => 1;

    public bool IsEmpty => bits == 0;

    public static Word From(ReadOnlySpan<ulong> words) => new(words[0]);

    public void CopyTo(Span<ulong> words) => words[0] = bits;

    public bool Matches(in Word mask, in Word value) => (bits & mask.bits) == value.bits;

    public Word Changed(in Word keep, in Word set) => new((bits & keep.bits) | set.bits);

    public bool Is(in Word other) => bits == other.bits;

    public bool Bit(int index) => (bits >> index & 1) != 0;

    public Word Flipped(int index) => new(bits ^ (1UL << index));

    public ulong Hash()
    {
        unchecked
        {
            var h = bits;
            h = (h ^ (h >> 32)) * 0xD6E8FEB86659FD93;
            h = (h ^ (h >> 32)) * 0xD6E8FEB86659FD93;
            return h ^ (h >> 32);
        }
    }

    public int CompareTo(in Word other) => bits.CompareTo(other.bits);
}
