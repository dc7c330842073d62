using System.Globalization;

namespace Igloo.Cli.Exploring;

/// <summary>Sizes of instances.</summary>
/// <param name="From">The smallest, at least 1.</param>
/// <param name="To">The largest.</param>
internal sealed record SizeRange(int From, int To)
{
    /// <summary>Reads <c>3</c> or <c>1..4</c>.</summary>
    public static bool TryParse(string text, out SizeRange range)
    {
        var parts = text.Split("..");
        range = new SizeRange(1, 1);
        if (parts.Length is 0 or > 2 || !TryNumber(parts[0], out var from) || !TryNumber(parts[^1], out var to) || from > to) return false;
        range = new SizeRange(from, to);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => From == To ? $"{From}" : $"{From}..{To}";

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1;
}
