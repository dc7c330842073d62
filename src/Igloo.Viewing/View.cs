using System.Collections.Immutable;
using Igloo.Viewing.Charts;
using Igloo.Viewing.Graphs;
using Igloo.Viewing.States;

namespace Igloo.Viewing;

/// <summary>What is seen at a path. Two views of the same models at the same path are equal in every part.</summary>
/// <param name="Path">The link that reproduces it; shorter than the one asked for where that cannot be followed.</param>
/// <param name="Problem">Why the link could not be followed to its end, or null.</param>
/// <param name="Model">The instance.</param>
/// <param name="Initial">The initial states to choose from.</param>
/// <param name="ChosenInitial">The one chosen.</param>
/// <param name="At">After how many events of the run the current state is.</param>
/// <param name="Trace">The run: the initial state, then one entry for each event.</param>
/// <param name="UndoPath">The link without the event before the current state; null at an initial state.</param>
/// <param name="Find">What the listed events contain.</param>
/// <param name="Tab">What is shown beside states and events.</param>
/// <param name="Tabs">For each tab the link that shows it.</param>
/// <param name="State">The fields of the current state, with what the last event changed.</param>
/// <param name="Changes">What the last event changed.</param>
/// <param name="Events">The enabled events.</param>
/// <param name="Properties">The properties with their values.</param>
/// <param name="Chart">The message sequence chart, on its tab.</param>
/// <param name="Graph">The states around the current one, on its tab.</param>
/// <param name="Refused">Why events are not enabled, on its tab.</param>
public sealed record View(
    string Path,
    string? Problem,
    ModelView Model,
    ImmutableArray<InitialView> Initial,
    int ChosenInitial,
    int At,
    ImmutableArray<StepView> Trace,
    string? UndoPath,
    string Find,
    ViewTab Tab,
    ImmutableSortedDictionary<ViewTab, string> Tabs,
    ImmutableArray<FieldView> State,
    ImmutableArray<Difference> Changes,
    EventsView Events,
    ImmutableArray<PropertyView> Properties,
    ChartView? Chart,
    GraphView? Graph,
    RefusalsView? Refused);
