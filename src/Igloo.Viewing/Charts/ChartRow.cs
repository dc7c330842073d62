namespace Igloo.Viewing.Charts;

/// <summary>An event in a message sequence chart.</summary>
/// <param name="Kind">How it involves the participants.</param>
/// <param name="From">The lane that acts, or gives.</param>
/// <param name="To">The lane that takes; the same where one acts alone.</param>
/// <param name="Text">What happens, as the component names it.</param>
/// <param name="Whole">The event of the whole system.</param>
public sealed record ChartRow(ChartKind Kind, int From, int To, string Text, string Whole);
