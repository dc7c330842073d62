using System.Collections.Immutable;

namespace Igloo.Viewing;

/// <summary>A place on the run. The link that looks at it is that of the view with <c>at</c> set to its index: one for each would make views quadratic.</summary>
/// <param name="Index">The number of events before it: 0 for the initial state.</param>
/// <param name="Event">The event that led here; <c>initial state</c> for the first.</param>
/// <param name="Short">The part that a participant does.</param>
/// <param name="Who">Who takes part in it; empty for the initial state.</param>
/// <param name="Changes">What the event changed.</param>
/// <param name="Violated">The properties that are violated here.</param>
/// <param name="Reached">The goals that are attained here.</param>
public sealed record StepView(
    int Index,
    string Event,
    string Short,
    string Who,
    ImmutableArray<Difference> Changes,
    ImmutableArray<string> Violated,
    ImmutableArray<string> Reached);
