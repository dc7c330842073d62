namespace Igloo.Exploring.Refining;

/// <summary>A state of each of two systems. Searches are keyed by both: the same concrete state may meet different abstract ones.</summary>
internal readonly record struct Pair(object Concrete, object Abstract);
