namespace Igloo.Exploring.Searching;

/// <summary>An enabled event.</summary>
/// <param name="Event">The event.</param>
/// <param name="After">The state after it; null where computing it failed.</param>
/// <param name="Fault">What the compiled model threw, if it did.</param>
internal readonly record struct Successor(object Event, object? After, Exception? Fault);
