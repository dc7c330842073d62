using System.Collections.Immutable;

namespace Igloo.Proving.Counterexamples;

/// <summary>A value with its label, such as the state before an event.</summary>
/// <param name="Label">What it is: <c>Before</c>, <c>Abstract after</c>.</param>
/// <param name="Fields">Its fields; one without a name for a value without fields.</param>
public sealed record StateView(string Label, ImmutableArray<NamedValue> Fields);
