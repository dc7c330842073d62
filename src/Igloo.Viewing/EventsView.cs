using System.Collections.Immutable;

namespace Igloo.Viewing;

/// <summary>The enabled events, as far as they are listed.</summary>
/// <param name="Enabled">How many are enabled.</param>
/// <param name="Matching">How many of them match the search.</param>
/// <param name="Listed">The first of those.</param>
public sealed record EventsView(int Enabled, int Matching, ImmutableArray<EventView> Listed);
