namespace Igloo.Exploring.Packed.Grounding;

/// <summary>One of several values, and when it is the one.</summary>
/// <param name="Guard">The condition; those of the alternatives of one value exclude each other.</param>
/// <param name="Content">The value; null is an absent one.</param>
internal readonly record struct Guarded(int Guard, object? Content);
