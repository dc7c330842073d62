using System.Collections.Immutable;

namespace Igloo.Exploring.Packed.Compiling;

/// <summary>One case of a step: which bits must have which values, and which bits it sets.</summary>
/// <param name="Event">The index of the event.</param>
/// <param name="Required">What must hold.</param>
/// <param name="Guard">A condition that must hold as well.</param>
/// <param name="Assigned">The bits that get a constant.</param>
/// <param name="Computed">The bits that get the value of a condition over the state before.</param>
internal sealed record BitRule(
    int Event, ImmutableArray<Literal> Required, int Guard, ImmutableArray<Literal> Assigned, ImmutableArray<(int Bit, int Condition)> Computed);
