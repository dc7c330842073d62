using System.Collections.Immutable;

namespace Igloo.Viewing.Graphs;

/// <summary>The part of the state graph that lies around the current state and along the run beside it.</summary>
/// <param name="Nodes">The states; the first ones are those of the run.</param>
/// <param name="Edges">All steps between them other than self-loops.</param>
/// <param name="Hidden">How many further states are one step away from those shown.</param>
/// <param name="MorePath">The link that shows more; null where everything reachable from here is shown or no more can be.</param>
public sealed record GraphView(ImmutableArray<GraphNode> Nodes, ImmutableArray<GraphEdge> Edges, int Hidden, string? MorePath);
