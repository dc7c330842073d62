namespace Igloo.Exploring.Stepping;

/// <summary>An event that is enabled in a state.</summary>
/// <param name="Event">The event.</param>
/// <param name="After">The state after it; null where computing it failed.</param>
/// <param name="Fault">What the compiled model threw, or null.</param>
public sealed record EnabledEvent(object Event, object? After, Exception? Fault = null)
{
    /// <inheritdoc/>
    public override string ToString() => Fault is null ? ModelText.Event(Event) : $"{ModelText.Event(Event)} fails: {Fault.Message}";
}
