using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>Whether the log of one component is a trace of its model: a closed set.</summary>
/// <typeparam name="TEvent">Events of the component.</typeparam>
public abstract record LogVerdict<TEvent>
{
    /// <summary>The log, with hidden events inserted, is a trace of the component.</summary>
    /// <param name="Trace">That trace, from the beginning of the log.</param>
    public sealed record Accepted(ImmutableArray<TEvent> Trace) : LogVerdict<TEvent>
    {
        /// <summary>What was taken to be so because the log does not say, for instance which redacted values there were.</summary>
        public ImmutableArray<string> Assuming { get; init; } = [];
    }

    /// <summary>It is none: there is no trace of the component that these observations are of.</summary>
    /// <param name="Events">How many events of the log could happen.</param>
    /// <param name="Mismatch">The first that could not.</param>
    public sealed record Rejected(int Events, LogMismatch Mismatch) : LogVerdict<TEvent>;

    /// <summary>No trace was found, and there may be one.</summary>
    /// <param name="Events">How many events of the log could happen.</param>
    /// <param name="Why">Why the search was not complete.</param>
    /// <param name="Mismatch">The first event that could not happen.</param>
    public sealed record Inconclusive(int Events, string Why, LogMismatch Mismatch) : LogVerdict<TEvent>;
}
