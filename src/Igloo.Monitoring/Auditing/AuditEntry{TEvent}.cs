using Igloo.Monitoring.Recovery;

namespace Igloo.Monitoring.Auditing;

/// <summary>One line of an audit log.</summary>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <param name="Sequence">The position: 1, 2, …; a line about the outcome of an output has one of its own.</param>
/// <param name="At">When, by the component's clock. A guide for readers, never evidence.</param>
/// <param name="Kind">What the line says.</param>
/// <param name="Event">The event, for intents, inputs, internal events and violations.</param>
/// <param name="Intent">The position of the intent whose outcome this line tells.</param>
/// <param name="Text">The component and its model at the start; the text of a violation.</param>
/// <param name="State">What was known of the model's state, for lines of kind <see cref="AuditKind.State"/>.</param>
public readonly record struct AuditEntry<TEvent>(
    long Sequence, DateTimeOffset At, AuditKind Kind, TEvent? Event = null, long Intent = 0, string? Text = null, MonitorSnapshot? State = null)
    where TEvent : class
{
    /// <summary>The event, where values of it are redacted; <see cref="Event"/> is null then.</summary>
    public RedactedEvent? Redacted { get; init; }
}
