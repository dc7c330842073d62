namespace Igloo.Values;

/// <summary>Ordinal order of texts in which runs of digits compare as numbers, so that <c>n2</c> precedes <c>n10</c>, and shorter lists come first.</summary>
internal static class TextOrder
{
    public static int Compare(string left, string right)
    {
        int i = 0, j = 0;
        while (i < left.Length && j < right.Length)
        {
            int difference;
            if (char.IsAsciiDigit(left[i]) && char.IsAsciiDigit(right[j]))
            {
                difference = CompareNumbers(TakeNumber(left, ref i), TakeNumber(right, ref j));
            }
            else
            {
                difference = Rank(left[i++]).CompareTo(Rank(right[j++]));
            }

            if (difference != 0) return difference;
        }

        var rest = (left.Length - i).CompareTo(right.Length - j);
        return rest != 0 ? rest : string.CompareOrdinal(left, right);
    }

    // A closing bracket before everything, so that {1} precedes {1, 2} and {} precedes both.
    private static int Rank(char letter) => letter is '}' or ']' or ')' ? -1 : letter;

    private static ReadOnlySpan<char> TakeNumber(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return text.AsSpan(start, at - start).TrimStart('0');
    }

    private static int CompareNumbers(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.SequenceCompareTo(right);
}
