namespace Igloo.Exploring;

/// <summary>One step of a run.</summary>
/// <param name="Event">The event.</param>
/// <param name="After">The state after it.</param>
public sealed record RunStep(object Event, object After);
