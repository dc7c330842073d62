using System.Collections.Immutable;

namespace Igloo.Monitoring.Runs;

/// <summary>What the logs of one component say, in program order.</summary>
/// <typeparam name="TIndex">What identifies the component.</typeparam>
/// <typeparam name="TEvent">Events of the component.</typeparam>
/// <param name="Component">The component.</param>
/// <param name="Events">The events.</param>
public sealed record RecordedLog<TIndex, TEvent>(TIndex Component, ImmutableArray<RecordedEvent<TIndex, TEvent>> Events)
    where TEvent : class
{
    /// <summary>The states that the log names, by the number of events before them. One before the first event is where the log begins.</summary>
    public ImmutableArray<RecordedState> States { get; init; } = [];

    /// <summary>Whether earlier events are in no file: the log goes on from a state, and what was sent before is not known.</summary>
    public bool BeginsInTheMiddle => States is [{ Before: 0, Snapshot: not null }, ..];

    /// <summary>How much of the files the parser has understood; null for audit logs that have a line, and for what comes from no file.</summary>
    internal ParsedLines? Lines { get; init; }

    /// <summary>Whether there are files, and nothing in them is an event or a beginning.</summary>
    internal bool SaysNothing => Lines is { Events: 0 };
}
