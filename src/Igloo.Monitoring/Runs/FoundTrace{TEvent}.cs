using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>What a search for a trace has found.</summary>
/// <param name="Events">The trace; null if there is none within the bound.</param>
/// <param name="IsComplete">Whether everything within the given events was searched.</param>
internal sealed record FoundTrace<TEvent>(ImmutableArray<TEvent>? Events, bool IsComplete);
