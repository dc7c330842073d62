namespace Igloo.Exploring.Searching;

/// <summary>A state with the set of events that have happened before it.</summary>
internal readonly record struct Configuration(object State, object Past);
