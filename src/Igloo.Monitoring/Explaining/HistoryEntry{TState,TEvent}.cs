namespace Igloo.Monitoring.Explaining;

/// <summary>An event that happened, with a state that was possible after it.</summary>
internal struct HistoryEntry<TState, TEvent>
{
    public const long Untimed = long.MinValue;

    public long Sequence { get; set; }

    public long Milliseconds { get; set; }

    public TEvent Event { get; set; }

    public TState After { get; set; }

    public readonly bool IsTimed => Milliseconds != Untimed;
}
