using Igloo.IoSpecs.Heaps;

namespace Igloo.IoSpecs.Picturing;

/// <summary>Where a permission leads with one input.</summary>
/// <param name="Input">The input; null where the operation has none.</param>
/// <param name="Place">The target place.</param>
public sealed record PicturedTarget(string? Input, Place Place);
