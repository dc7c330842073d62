using System.Globalization;

namespace Igloo.Viewing.States;

/// <summary>The order of the texts of elements: whole numbers by value and before all else.</summary>
internal sealed class ItemOrder : IComparer<string>
{
    public static ItemOrder Instance { get; } = new();

    public int Compare(string? x, string? y) => (Number(x), Number(y)) switch
    {
        ({ } a, { } b) => a.CompareTo(b),
        ({ }, null) => -1,
        (null, { }) => 1,
        _ => string.CompareOrdinal(x, y),
    };

    private static decimal? Number(string? text) => decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
