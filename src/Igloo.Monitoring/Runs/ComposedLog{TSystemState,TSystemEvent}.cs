using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>The log of one component, seen from the composed model.</summary>
internal sealed record ComposedLog<TSystemState, TSystemEvent>
    where TSystemState : class
    where TSystemEvent : class
{
    /// <summary>What it says, in program order.</summary>
    public required ImmutableArray<ComposedStep<TSystemState, TSystemEvent>> Steps { get; init; }

    /// <summary>Where the composed model may begin, for a log that begins in the middle; null for others.</summary>
    public Func<TSystemState, IEnumerable<TSystemState>>? Starts { get; init; }

    /// <summary>What the environment may have done with the component before such a log begins.</summary>
    public ImmutableArray<EarlierStep<TSystemState>> Earlier { get; init; } = [];

    /// <summary>The verdict on this log by itself, if that is definite: the component's own model does not have it.</summary>
    public required Func<LogMismatch?> OwnMismatch { get; init; }

    /// <summary>What is open even if the run is accepted.</summary>
    public ImmutableArray<string> Assuming { get; init; } = [];

    /// <summary>Why a search that finds nothing proves nothing.</summary>
    public ImmutableArray<string> Doubts { get; init; } = [];
}
