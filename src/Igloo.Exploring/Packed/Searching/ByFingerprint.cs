using Igloo.Exploring.Packed.Words;

namespace Igloo.Exploring.Packed.Searching;

/// <summary>Visited states are remembered as 64 bits each.</summary>
internal readonly struct ByFingerprint<T> : IKeying<T, Word>
    where T : struct, IWords<T>
{
    public static bool IsExact => false;

    public static Word Of(in T state)
    {
        Span<ulong> word = [state.Hash()];
        if (word[0] == 0) word[0] = 1;
        return Word.From(word);
    }
}
