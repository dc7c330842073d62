using System.Collections.Immutable;
using Igloo.Monitoring.Auditing;

namespace Igloo.Monitoring.Runs;

/// <summary>Turns audit logs into the events of a run.</summary>
public static class RecordedRun
{
    /// <summary>The events of one component in program order.</summary>
    /// <typeparam name="TIndex">What identifies a component.</typeparam>
    /// <typeparam name="TEvent">Events of the component.</typeparam>
    /// <param name="component">The component.</param>
    /// <param name="log">Its audit log.</param>
    /// <remarks>An intent that is followed by no outcome, or by an unknown one, may have happened or not; one that failed has not. What was only observed has happened.</remarks>
    public static ImmutableArray<RecordedEvent<TIndex, TEvent>> Of<TIndex, TEvent>(TIndex component, IReadOnlyCollection<AuditEntry<TEvent>> log)
        where TEvent : class
    {
        ArgumentNullException.ThrowIfNull(log);
        var outcomes = log.Where(e => e.Intent != 0).ToDictionary(e => e.Intent, e => e.Kind);
        return [.. log
            .Where(e => e.Kind is AuditKind.Intent or AuditKind.Input or AuditKind.Internal or AuditKind.Observed)
            .Where(e => e.Event is not null)
            .Where(e => outcomes.GetValueOrDefault(e.Sequence) != AuditKind.Failed)
            .Select(e => new RecordedEvent<TIndex, TEvent>(
                component, e.Sequence, e.At, e.Event!, e.Kind != AuditKind.Intent || outcomes.GetValueOrDefault(e.Sequence) == AuditKind.Done))];
    }
}
