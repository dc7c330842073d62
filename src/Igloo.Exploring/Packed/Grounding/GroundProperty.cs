namespace Igloo.Exploring.Packed.Grounding;

/// <summary>Where a property over states is refuted, or a goal is attained.</summary>
/// <param name="Property">The property.</param>
/// <param name="Found">Where it is; null where it has no packed form, so that the compiled code decides everywhere.</param>
/// <param name="Unavailable">Where the compiled code decides.</param>
/// <param name="Event">For a property over steps the index of the event.</param>
internal sealed record GroundProperty(ModelProperty Property, int? Found, int Unavailable, int? Event = null);
