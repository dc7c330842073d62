using System.Collections.Immutable;
using Igloo.Monitoring.Permissions;
using Igloo.Monitoring.Recovery;

namespace Igloo.Monitoring.Runs;

/// <summary>What a log says of the component's state between two events: where a file continues another one, or where the program was started again.</summary>
/// <param name="Before">How many events of the log come before it.</param>
/// <param name="Snapshot">The states; null for the initial state of the model.</param>
/// <param name="Text">The line, for messages.</param>
public sealed record RecordedState(int Before, MonitorSnapshot? Snapshot, string Text)
{
    /// <summary>Where it was logged; null if it comes from no file.</summary>
    public LogPlace? Place { get; init; }

    /// <summary>What later lines say of outputs that were in flight.</summary>
    internal ImmutableDictionary<long, bool> Outcomes { get; init; } = ImmutableDictionary<long, bool>.Empty;

    /// <summary>Whether the log hides what the state is.</summary>
    internal bool IsHidden => Snapshot is { HasHiddenValues: true };

    /// <summary>Whether whoever wrote the log had left states out.</summary>
    /// <typeparam name="TState">States of the component.</typeparam>
    internal bool IsPartial<TState>()
        where TState : class => Snapshot is not null && !IsHidden && Known<TState>(Snapshot).Worlds.Any(w => w.IsCut);

    /// <summary>The states that it allows.</summary>
    /// <param name="initial">The initial state of the model.</param>
    /// <exception cref="InvalidDataException">The states are none of this type.</exception>
    internal ImmutableArray<TState> States<TState>(TState initial)
        where TState : class => Snapshot is null
        ? [initial]
        : [.. Known<TState>(Snapshot).Worlds
            .Where(w => w.Assumptions.All(a => !Outcomes.TryGetValue(a.Operation, out var happened) || happened == a.Happened))
            .SelectMany(w => w.States).Distinct()];

    private Knowledge<TState> Known<TState>(MonitorSnapshot snapshot)
        where TState : class
    {
        try
        {
            return snapshot.KnowledgeOf<TState>();
        }
        catch (InvalidDataException damage)
        {
            throw new InvalidDataException($"{Place?.ToString() ?? Text}: {damage.Message}", damage);
        }
    }
}
