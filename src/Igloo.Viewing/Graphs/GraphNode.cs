using System.Collections.Immutable;

namespace Igloo.Viewing.Graphs;

/// <summary>A state in a graph.</summary>
/// <param name="Id">Its number in the graph.</param>
/// <param name="Label">The event by which it was reached first, or <c>initial state</c>.</param>
/// <param name="Who">Who took part in that event.</param>
/// <param name="Layer">Its column.</param>
/// <param name="Row">Its place in the column, from 0.</param>
/// <param name="OnRun">The first place on the run with this state, or null.</param>
/// <param name="IsCurrent">Whether it is the current state.</param>
/// <param name="IsDeadlock">Whether it enables no event.</param>
/// <param name="Hidden">How many different successors the graph does not show.</param>
/// <param name="SelfLoops">The events that lead from it to itself.</param>
/// <param name="Violated">The properties that are violated in it.</param>
/// <param name="Reached">The goals attained in it.</param>
/// <param name="State">The state on one line.</param>
/// <param name="Path">The link that looks at it.</param>
public sealed record GraphNode(
    int Id,
    string Label,
    string Who,
    int Layer,
    int Row,
    int? OnRun,
    bool IsCurrent,
    bool IsDeadlock,
    int Hidden,
    ImmutableArray<string> SelfLoops,
    ImmutableArray<string> Violated,
    ImmutableArray<string> Reached,
    string State,
    string Path);
