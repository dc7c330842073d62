using Igloo.IoSpecs;
using Igloo.Monitoring.Auditing;

namespace Igloo.Monitoring.Runs;

/// <summary>An event of one component in a run of the whole system.</summary>
/// <typeparam name="TIndex">What identifies a component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <param name="Component">The component.</param>
/// <param name="Sequence">Its number in the component's log.</param>
/// <param name="At">When, by the component's clock: guides the search, never the verdict.</param>
/// <param name="Event">The event; null where values of it are redacted.</param>
/// <param name="IsCertain">Whether it is known to have happened; an output that was begun and not ended may or may not have.</param>
public sealed record RecordedEvent<TIndex, TEvent>(TIndex Component, long Sequence, DateTimeOffset At, TEvent? Event, bool IsCertain)
    where TEvent : class
{
    /// <summary>The event where values of it are redacted, else null.</summary>
    public RedactedEvent? Redacted { get; init; }

    /// <summary>Where it was logged; null if it comes from no file.</summary>
    public LogPlace? Place { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Component} #{Sequence} {(Event is null ? Redacted : EventText.Short(Event))}{(IsCertain ? "" : " (perhaps)")}";
}
