namespace Igloo.Exploring.Packed.Words;

/// <summary>A packed state: a fixed number of 64-bit words. The empty one is no state.</summary>
/// <typeparam name="T">The type itself, so that code over it is compiled for each width.</typeparam>
internal interface IWords<T>
    where T : struct, IWords<T>
{
    /// <summary>The number of words.</summary>
    static abstract int Count { get; }

    /// <summary>Whether all bits are clear.</summary>
    bool IsEmpty { get; }

    /// <summary>From words, lowest first.</summary>
    static abstract T From(ReadOnlySpan<ulong> words);

    /// <summary>To words, lowest first.</summary>
    void CopyTo(Span<ulong> words);

    /// <summary>Whether the bits of a mask are as in the value.</summary>
    bool Matches(in T mask, in T value);

    /// <summary>Some bits kept, some set.</summary>
    T Changed(in T keep, in T set);

    /// <summary>Whether all bits are the same.</summary>
    bool Is(in T other);

    /// <summary>One bit.</summary>
    bool Bit(int index);

    /// <summary>The state with one bit flipped.</summary>
    T Flipped(int index);

    /// <summary>A well-mixed hash.</summary>
    ulong Hash();

    /// <summary>The order as numbers.</summary>
    int CompareTo(in T other);
}
