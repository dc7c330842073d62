using System.Collections.Immutable;

namespace Igloo.Exploring.Packed.Searching;

/// <summary>What was found, in terms of the model.</summary>
/// <param name="Property">The property that is refuted or attained; null for a deadlock and for a step that fails.</param>
/// <param name="Run">A shortest run.</param>
/// <param name="Arguments">The values of the quantified parameters.</param>
/// <param name="Fault">What the compiled code threw, or null.</param>
/// <param name="FaultyEvent">The event at which it threw after the run, or null.</param>
internal sealed record ReportedFinding(ModelProperty? Property, Run Run, ImmutableArray<Argument> Arguments, Exception? Fault, object? FaultyEvent);
