using System.Collections.Immutable;

namespace Igloo.Viewing.Charts;

/// <summary>The message sequence chart of a run. The row at index i is the event that leads to place i + 1 of the run.</summary>
/// <param name="Lanes">The participants.</param>
/// <param name="Rows">The events.</param>
/// <param name="Note">How lanes were chosen where the model does not say who takes part; null for a composition.</param>
public sealed record ChartView(ImmutableArray<Lane> Lanes, ImmutableArray<ChartRow> Rows, string? Note);
