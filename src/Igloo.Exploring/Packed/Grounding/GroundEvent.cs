namespace Igloo.Exploring.Packed.Grounding;

/// <summary>One event of the universe as a step between bits.</summary>
/// <param name="Event">The event.</param>
/// <param name="Enabled">Where it is enabled and has a packed result.</param>
/// <param name="Unavailable">Where the compiled code decides.</param>
/// <param name="Bits">Each bit of the state after, as far as <paramref name="Enabled"/> holds.</param>
internal sealed record GroundEvent(object Event, int Enabled, int Unavailable, int[] Bits);
