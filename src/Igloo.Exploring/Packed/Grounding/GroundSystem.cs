using System.Collections.Immutable;
using Igloo.Exploring.Packed.Diagrams;
using Igloo.Exploring.Packed.Layouts;

namespace Igloo.Exploring.Packed.Grounding;

/// <summary>A finite instance over the bits of its states.</summary>
/// <param name="Layout">How states are bits.</param>
/// <param name="Conditions">The conditions.</param>
/// <param name="Valid">Which bits are states.</param>
/// <param name="Events">The events of the universe.</param>
/// <param name="Properties">The properties over states and steps.</param>
internal sealed record GroundSystem(
    Layout Layout, ConditionTable Conditions, int Valid, ImmutableArray<GroundEvent> Events, ImmutableArray<GroundProperty> Properties);
