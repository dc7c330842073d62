using Igloo.Exploring.Packed.Grounding;

namespace Igloo.Exploring.Packed.Compiling;

/// <summary>A condition over states that says where a property is found, or has to be asked of the compiled code.</summary>
/// <param name="Condition">Where to look.</param>
/// <param name="Certain">Where it is found if the translation is right; elsewhere the compiled code decides.</param>
/// <param name="Ground">The property.</param>
internal sealed record Watch(int Condition, int Certain, GroundProperty Ground);
