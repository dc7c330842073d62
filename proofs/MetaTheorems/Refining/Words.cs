namespace MetaTheorems.Refining;

/// <summary>Finite sequences of events, as words.</summary>
internal static class Words
{
    /// <summary>The words up to a length in a set that contains every prefix of its words.</summary>
    public static IEnumerable<string> UpTo(int length, string letters, Func<string, bool> contains)
    {
        string[] last = contains("") ? [""] : [];
        IEnumerable<string> all = last;
        for (var i = 0; i < length; i++)
        {
            last = [.. last.SelectMany(w => letters.Select(e => w + e)).Where(contains)];
            all = all.Concat(last);
        }

        return all;
    }

    /// <summary>The word with a mediator applied to each event.</summary>
    public static string Mediated(this string word, Func<char, char> mediator) => string.Concat(word.Select(mediator));

    /// <summary>Whether something other than skip happens at least this often.</summary>
    public static bool HasEvents(this string word, int atLeast) => word.Count(e => e != FiniteSystem.Skip) >= atLeast;
}
