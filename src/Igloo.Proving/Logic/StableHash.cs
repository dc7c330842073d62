namespace Igloo.Proving.Logic;

/// <summary>Hashing that gives the same value in every process, so that nothing built from it varies between runs.</summary>
internal static class StableHash
{
    internal static ulong Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text) hash = unchecked((hash ^ character) * 1099511628211UL);
        return hash;
    }

    internal static ulong Combine(ulong left, ulong right)
    {
        unchecked
        {
            var mixed = (left ^ (right + 0x9E3779B97F4A7C15UL + (left << 6) + (left >> 2))) * 0xBF58476D1CE4E5B9UL;
            return mixed ^ (mixed >> 29);
        }
    }

    internal static int Fold(ulong hash) => unchecked((int)(hash ^ (hash >> 32)));
}
