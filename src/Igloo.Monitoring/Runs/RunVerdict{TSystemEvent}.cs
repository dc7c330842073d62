using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>Whether a merged run is one of the composed model: a closed set.</summary>
/// <typeparam name="TSystemEvent">Events of the composed system.</typeparam>
public abstract record RunVerdict<TSystemEvent>
{
    /// <summary>Some order of the events, with the inserted ones, is a trace of the composed model.</summary>
    /// <param name="Trace">That trace.</param>
    public sealed record Accepted(ImmutableArray<TSystemEvent> Trace) : RunVerdict<TSystemEvent>;

    /// <summary>No order is: environment assumption not met, or log incomplete. Never a component's fault by itself.</summary>
    /// <param name="Events">The events that could not happen after the longest part that could.</param>
    /// <param name="Why">What stood in the way.</param>
    public sealed record Rejected(ImmutableArray<string> Events, string Why) : RunVerdict<TSystemEvent>
    {
        /// <summary>For each of these events why it could not happen, and what could.</summary>
        public ImmutableArray<LogMismatch> Mismatches { get; init; } = [];
    }

    /// <summary>The search ended before it was complete.</summary>
    /// <param name="Steps">How many steps were tried.</param>
    public sealed record Inconclusive(long Steps) : RunVerdict<TSystemEvent>;
}
