namespace Igloo.Exploring.Packed.Grounding;

/// <summary>One case of a value of a closed hierarchy, and when it is the one.</summary>
/// <param name="Guard">The condition.</param>
/// <param name="Content">The fields.</param>
internal readonly record struct VariantCase(int Guard, Value.Structure Content);
