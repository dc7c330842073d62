using System.Collections.Immutable;

namespace Igloo.Viewing.Graphs;

/// <summary>The events that lead from one state to another.</summary>
/// <param name="From">The state before.</param>
/// <param name="To">The state after.</param>
/// <param name="Events">The events.</param>
/// <param name="OnRun">Whether the run goes this way.</param>
public sealed record GraphEdge(int From, int To, ImmutableArray<string> Events, bool OnRun);
