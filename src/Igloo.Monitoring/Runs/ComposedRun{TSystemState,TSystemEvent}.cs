using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>The logs of a system and its composed model, whatever the families it is made of.</summary>
/// <typeparam name="TSystemState">States of the composed model.</typeparam>
/// <typeparam name="TSystemEvent">Events of the composed model.</typeparam>
internal sealed record ComposedRun<TSystemState, TSystemEvent>
    where TSystemState : class
    where TSystemEvent : class
{
    public required TSystemState Initial { get; init; }

    public required Func<TSystemState, TSystemEvent, TSystemState?> Next { get; init; }

    /// <summary>The logs, each in program order.</summary>
    public required ImmutableArray<ImmutableArray<ComposedStep<TSystemState, TSystemEvent>>> Logs { get; init; }

    /// <summary>Events that no log has and that may be inserted in a state.</summary>
    public required Func<TSystemState, IEnumerable<TSystemEvent>>? Inserted { get; init; }

    /// <summary>Whether the first order tried is as good as any.</summary>
    public required bool IsMonotone { get; init; }

    public required int Budget { get; init; }
}
