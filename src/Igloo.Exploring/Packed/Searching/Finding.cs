using System.Collections.Immutable;

namespace Igloo.Exploring.Packed.Searching;

/// <summary>What was found at a packed state.</summary>
/// <param name="Property">The property that is refuted or attained; null for a deadlock and for a step that fails.</param>
/// <param name="State">The state; of a step the one before.</param>
/// <param name="Level">The level of the state, from 0.</param>
/// <param name="Event">The index of the event of a step, or -1.</param>
/// <param name="Arguments">The values of the quantified parameters.</param>
/// <param name="Fault">What the compiled code threw, or null.</param>
internal sealed record Finding<T>(ModelProperty? Property, T State, int Level, int Event, ImmutableArray<Argument> Arguments, Exception? Fault);
