namespace Igloo.Viewing.States;

/// <summary>An element of a collection.</summary>
/// <param name="Text">The element.</param>
/// <param name="Change">Whether the last event added or removed it.</param>
public sealed record ItemView(string Text, Change Change);
