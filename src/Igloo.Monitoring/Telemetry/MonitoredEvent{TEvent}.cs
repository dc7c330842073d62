using Igloo.Monitoring.Auditing;

namespace Igloo.Monitoring.Telemetry;

/// <summary>An event of a monitored component, as observers see it.</summary>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <param name="Sequence">Its number.</param>
/// <param name="At">When, by the component's clock.</param>
/// <param name="Kind">An intent, an input or an internal event; or observed, where it was not permitted.</param>
/// <param name="Event">The event.</param>
public readonly record struct MonitoredEvent<TEvent>(long Sequence, DateTimeOffset At, AuditKind Kind, TEvent Event)
    where TEvent : class;
