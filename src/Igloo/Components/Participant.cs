using Igloo.Models;

namespace Igloo.Components;

/// <summary>A part of a composed system that takes part in one of its events.</summary>
/// <param name="System">The model of the component, or of the environment.</param>
/// <param name="Index">What identifies the component in its family; null for the environment.</param>
/// <param name="Event">The part's own event.</param>
public sealed record Participant(EventSystem System, object? Index, object Event);
