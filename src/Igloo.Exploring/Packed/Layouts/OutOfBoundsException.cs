using Igloo.Exploring.Packed.Diagrams;

namespace Igloo.Exploring.Packed.Layouts;

/// <summary>A state is outside the bounds of its layout, and has a packed form in a wider one.</summary>
internal sealed class OutOfBoundsException(string message) : GroundingException(message);
