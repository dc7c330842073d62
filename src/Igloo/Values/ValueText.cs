using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Igloo.Values;

/// <summary>How values read in messages: the same text for equal values, in every culture and whatever their history.</summary>
public static class ValueText
{
    /// <summary>
    /// The text of a value: an element of a <see cref="SortAttribute">sort</see> as its index, a record as
    /// <c>Accept(At: 1, Id: 0)</c>, a string in quotes. A type that overrides <see cref="object.ToString"/> has its way.
    /// </summary>
    /// <param name="value">The value, or null.</param>
    public static string Of(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        string text => Quoted(text, '"'),
        char letter => Quoted(letter.ToString(), '\''),
        Enum constant => constant.ToString(),
        ITuple tuple => "(" + string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i]))) + ")",
        _ when RecordShape.Of(value.GetType()) is { } shape => shape.TextOf(value),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
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

    private static string Quoted(string text, char quote)
    {
        var quoted = new StringBuilder().Append(quote);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                '\\' => quoted.Append("\\\\"),
                _ when letter == quote => quoted.Append('\\').Append(letter),
                _ when char.IsControl(letter) => quoted.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(letter),
            };
        }

        return quoted.Append(quote).ToString();
    }
}
