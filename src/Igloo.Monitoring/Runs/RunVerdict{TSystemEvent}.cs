using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>Whether a merged run is one of the composed model: a closed set.</summary>
/// <typeparam name="TSystemEvent">Events of the composed system.</typeparam>
public abstract record RunVerdict<TSystemEvent>
{
    /// <summary>Some order of the events, with the inserted ones, is a trace of the composed model.</summary>
    /// <param name="Trace">That trace.</param>
    public sealed record Accepted(ImmutableArray<TSystemEvent> Trace) : RunVerdict<TSystemEvent>
    {
        /// <summary>What was taken to be so because the logs do not say.</summary>
        public ImmutableArray<string> Assuming { get; init; } = [];
    }

    /// <summary>
    /// No order is, and everything was tried. Where each log by itself is of its component's model: environment assumption not met, or log
    /// incomplete; never a component's fault.
    /// </summary>
    /// <param name="Events">The events that could not happen after the longest part that could.</param>
    /// <param name="Why">What stood in the way.</param>
    public sealed record Rejected(ImmutableArray<string> Events, string Why) : RunVerdict<TSystemEvent>
    {
        /// <summary>For each of these events why it could not happen, and what could.</summary>
        public ImmutableArray<LogMismatch> Mismatches { get; init; } = [];
    }

    /// <summary>No order was found, and there may be one.</summary>
    /// <param name="Steps">How many steps were tried.</param>
    /// <param name="Why">Why the search was not complete, and what stood in the way.</param>
    public sealed record Inconclusive(long Steps, string Why) : RunVerdict<TSystemEvent>
    {
        /// <summary>Why the search was not complete.</summary>
        public ImmutableArray<string> Doubts { get; init; } = [];

        /// <summary>For each event that could not happen after the longest part that could, why, and what could.</summary>
        public ImmutableArray<LogMismatch> Mismatches { get; init; } = [];
    }
}
