namespace Igloo.Exploring.Searching;

/// <summary>A search that goes on where another one was cut.</summary>
/// <param name="Nodes">What was visited, in order.</param>
/// <param name="Point">Where to go on.</param>
internal sealed record ResumedSearch<TNode>(IReadOnlyList<(TNode Node, Visit Visit)> Nodes, ResumePoint Point);
