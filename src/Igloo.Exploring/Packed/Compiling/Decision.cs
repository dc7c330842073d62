namespace Igloo.Exploring.Packed.Compiling;

/// <summary>A node of the conditions that a program evaluates: which bit to look at, and where to go on.</summary>
internal readonly record struct Decision(int Bit, int Low, int High);
