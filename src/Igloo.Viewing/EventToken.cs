namespace Igloo.Viewing;

/// <summary>Short names of events in links: made from the text of the event, so that a link outlives a change of order and of other events.</summary>
public static class EventToken
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 6;
    private const int BitsPerDigit = 5;

    /// <summary>The token of an event: six digits of its text's hash. Two enabled events with one token are told apart by <see cref="Distinct"/>.</summary>
    /// <param name="text">The text of the event.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        // FNV-1a: the hash codes of .NET differ from one process to the next.
        var hash = text.Aggregate(14695981039346656037UL, (h, letter) => unchecked((h ^ letter) * 1099511628211UL));
        var folded = hash ^ (hash >> 32);
        return string.Concat(Enumerable.Range(0, Length).Select(i => Digits[(int)((folded >> (i * BitsPerDigit)) & 31)]));
    }

    /// <summary>The tokens of several events, a number added from the second one with the same token on.</summary>
    /// <param name="texts">The texts of the events, in their order.</param>
    public static IEnumerable<string> Distinct(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var token in texts.Select(Of))
        {
            var use = uses[token] = uses.GetValueOrDefault(token) + 1;
            yield return use == 1 ? token : $"{token}~{use}";
        }
    }
}
