using System.Collections.Immutable;

namespace Igloo.Viewing;

/// <summary>Events that are not enabled in the current state, those that lack least first.</summary>
/// <param name="NotEnabled">How many events of the universe are not enabled, without those that no state enables.</param>
/// <param name="Matching">How many of them match the search; null where there are too many to look at all.</param>
/// <param name="Examined">How many of those were examined before the ones that lack least were chosen.</param>
/// <param name="Listed">The ones chosen.</param>
/// <param name="Obstacle">Why there is no explanation, or null.</param>
public sealed record RefusalsView(int NotEnabled, int? Matching, int Examined, ImmutableArray<RefusalView> Listed, string? Obstacle);
