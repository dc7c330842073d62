namespace Igloo.Exploring.Enumerating;

/// <summary>Cartesian products.</summary>
internal static class Product
{
    /// <summary>All ways to take one value from each range, the last range varying fastest. Each is a new array.</summary>
    public static IEnumerable<object?[]> Of(IReadOnlyList<IReadOnlyList<object?>> ranges)
    {
        if (ranges.Any(range => range.Count == 0)) yield break;
        var indexes = new int[ranges.Count];
        while (true)
        {
            yield return [.. indexes.Select((index, i) => ranges[i][index])];
            var place = ranges.Count - 1;
            while (place >= 0 && ++indexes[place] == ranges[place].Count) indexes[place--] = 0;
            if (place < 0) yield break;
        }
    }
}
