using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>Whether the log of one component is a trace of its model: a closed set.</summary>
/// <typeparam name="TEvent">Events of the component.</typeparam>
public abstract record LogVerdict<TEvent>
{
    /// <summary>The log, with hidden events inserted, is a trace of the component.</summary>
    /// <param name="Trace">That trace, from the beginning of the log.</param>
    public sealed record Accepted(ImmutableArray<TEvent> Trace) : LogVerdict<TEvent>;

    /// <summary>It is none: there is no trace of the component that these observations are of.</summary>
    /// <param name="Events">How many events of the log could happen.</param>
    /// <param name="Mismatch">The first that could not.</param>
    public sealed record Rejected(int Events, LogMismatch Mismatch) : LogVerdict<TEvent>;

    /// <summary>States were left out at a bound, and none of those kept has the next event.</summary>
    /// <param name="Events">How many events of the log could happen.</param>
    /// <param name="Event">The next one.</param>
    public sealed record Inconclusive(int Events, string Event) : LogVerdict<TEvent>;
}
