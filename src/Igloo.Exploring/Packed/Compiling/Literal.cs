namespace Igloo.Exploring.Packed.Compiling;

/// <summary>A bit and its value.</summary>
internal readonly record struct Literal(int Bit, bool Value);
