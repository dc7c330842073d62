namespace Igloo.Exploring.Searching;

/// <summary>How a node was first reached.</summary>
/// <param name="Parent">The index of the node before; -1 for initial ones.</param>
/// <param name="Event">The event; null for initial nodes.</param>
/// <param name="Level">The number of nodes on the way, itself counted.</param>
internal readonly record struct Visit(int Parent, object? Event, int Level);
