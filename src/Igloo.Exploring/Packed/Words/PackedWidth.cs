namespace Igloo.Exploring.Packed.Words;

/// <summary>Chooses the words for the width of a system.</summary>
internal static class PackedWidth
{
    /// <summary>What is done with states of some width.</summary>
    public interface IUse<out TResult>
    {
        TResult With<T>(PackedSystem system)
            where T : struct, IWords<T>;
    }

    /// <summary>Does it with states as wide as the system needs.</summary>
    public static TResult Of<TResult>(PackedSystem system, IUse<TResult> use) => (system.Width / 64) switch
    {
        0 => use.With<Word>(system),
        1 => use.With<Twice<Word>>(system),
        2 or 3 => use.With<Twice<Twice<Word>>>(system),
        < 8 => use.With<Twice<Twice<Twice<Word>>>>(system),
        _ => use.With<Twice<Twice<Twice<Twice<Twice<Word>>>>>>(system),
    };
}
