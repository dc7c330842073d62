using System.Collections.Immutable;

namespace Igloo.Exploring.Searching;

/// <summary>Where a search can be taken up again: a node to expand next, and what was counted before it.</summary>
/// <param name="Index">The node.</param>
/// <param name="Generated">The number of states generated before.</param>
/// <param name="Tally">What else was counted before.</param>
internal sealed record ResumePoint(int Index, long Generated, ImmutableArray<long> Tally);
