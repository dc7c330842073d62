using System.Globalization;

namespace Igloo.Values;

/// <summary>How values read in messages: the same text for equal values, in every culture and whatever their history.</summary>
public static class ValueText
{
    /// <summary>The text of a value.</summary>
    /// <param name="value">The value, or null.</param>
    public static string Of(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        IFormattable formattable and not Enum => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    internal static string Braces(IEnumerable<string> items) => "{" + string.Join(", ", items) + "}";

    internal static string Brackets<T>(IEnumerable<T> items) => "[" + string.Join(", ", items.Select(item => Of(item))) + "]";

    internal static string Entries(IReadOnlyCollection<string> entries) =>
        entries.Count == 0 ? "{}" : "{ " + string.Join(", ", entries) + " }";

    internal static string Multiplicities<T>(IReadOnlyCollection<KeyValuePair<T, int>> counts) =>
        counts.Count == 0
            ? "{||}"
            : "{| " + string.Join(", ", InOrder(counts).Select(c => c.Value == 1 ? Of(c.Key) : $"{Of(c.Key)} x{c.Value}")) + " |}";

    internal static IEnumerable<string> Ordered<T>(IEnumerable<T> elements) => elements.Order(ElementOrder<T>.Instance).Select(e => Of(e));

    internal static IEnumerable<string> OrderedPairs<K, V>(IEnumerable<KeyValuePair<K, V>> pairs) =>
        InOrder(pairs).Select(pair => $"{Of(pair.Key)}: {Of(pair.Value)}");

    private static IEnumerable<KeyValuePair<K, V>> InOrder<K, V>(IEnumerable<KeyValuePair<K, V>> pairs) =>
        pairs.OrderBy(pair => pair.Key, ElementOrder<K>.Instance);
}
