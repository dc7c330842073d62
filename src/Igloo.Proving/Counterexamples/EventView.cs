using System.Collections.Immutable;

namespace Igloo.Proving.Counterexamples;

/// <summary>An event of a counterexample.</summary>
/// <param name="Label">What it is: <c>Event</c>, <c>Mediated</c>.</param>
/// <param name="Text">The event with its parameters, or <c>skip</c>.</param>
/// <param name="IsEnabled">Whether it can happen.</param>
/// <param name="Guards">The conditions that let it happen, or those that stopped it.</param>
public sealed record EventView(string Label, string Text, bool IsEnabled, ImmutableArray<SourcePlace> Guards);
