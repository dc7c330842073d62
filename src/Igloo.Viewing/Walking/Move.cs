namespace Igloo.Viewing.Walking;

/// <summary>An event that is enabled in a state, or at which the compiled model failed.</summary>
/// <param name="Token">Its name in links.</param>
/// <param name="Event">The event.</param>
/// <param name="Text">Its text.</param>
/// <param name="After">The state after it; null where the model failed.</param>
/// <param name="Fault">What the model threw, or null.</param>
internal sealed record Move(string Token, object Event, string Text, object? After, string? Fault);
