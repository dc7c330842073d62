namespace Igloo.Monitoring.Explaining;

/// <summary>An event that happened, with a state that was possible after it.</summary>
internal readonly record struct HistoryEntry<TState, TEvent>(long Sequence, long Milliseconds, TEvent Event, TState After)
{
    public const long Untimed = long.MinValue;

    public bool IsTimed => Milliseconds != Untimed;
}
