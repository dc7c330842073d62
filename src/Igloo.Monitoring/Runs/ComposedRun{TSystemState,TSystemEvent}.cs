using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>The logs of a system and its composed model, whatever the families it is made of.</summary>
/// <typeparam name="TSystemState">States of the composed model.</typeparam>
/// <typeparam name="TSystemEvent">Events of the composed model.</typeparam>
internal sealed record ComposedRun<TSystemState, TSystemEvent>
    where TSystemState : class
    where TSystemEvent : class
{
    /// <summary>The number of states to begin in beyond which further ones are left out.</summary>
    public const int MostStarts = 1_000;

    public required TSystemState Initial { get; init; }

    public required Func<TSystemState, TSystemEvent, TSystemState?> Next { get; init; }

    public required ImmutableArray<ComposedLog<TSystemState, TSystemEvent>> Logs { get; init; }

    /// <summary>Events that no log has and that may be inserted in a state: declared by the user.</summary>
    public required Func<TSystemState, IEnumerable<TSystemEvent>>? Inserted { get; init; }

    /// <summary>Where the user declares none: what the environment may do alone, over the values that occur.</summary>
    public required Func<TSystemState, IEnumerable<TSystemEvent>>? Alone { get; init; }

    /// <summary>Whether the first order tried is as good as any.</summary>
    public required bool IsMonotone { get; init; }

    public required int Budget { get; init; }

    /// <summary>Events of the model over the values that occur, for shortest traces, and whether those are all.</summary>
    public required Func<(ImmutableArray<TSystemEvent> Events, bool IsWhole)> Pool { get; init; }

    /// <summary>How an event of the composed model reads.</summary>
    public required Func<TSystemEvent, string> Text { get; init; }

    /// <summary>Why a search that finds nothing proves nothing, as far as that is not the matter of one log.</summary>
    public required Func<ImmutableArray<string>> Doubts { get; init; }

    /// <summary>Where the model may begin, and whether those are all the ways.</summary>
    public (ImmutableArray<TSystemState> States, bool IsWhole) Starts()
    {
        IEnumerable<TSystemState> starts = [Initial];
        starts = Logs.Where(l => l.Starts is not null).Aggregate(starts, (states, log) => states.SelectMany(log.Starts!));
        ImmutableArray<TSystemState> found = [.. starts.Take(MostStarts + 1)];
        return found.Length <= MostStarts ? (found, true) : (found[..MostStarts], false);
    }
}
