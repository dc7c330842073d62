namespace Igloo.Exploring.Refining;

/// <summary>One enabled event of one of the two systems, with what the other does and which requirement fails.</summary>
/// <param name="Event">The event.</param>
/// <param name="After">The state of the system that moves; null where computing it failed.</param>
/// <param name="OtherBefore">The state of the other system before.</param>
/// <param name="OtherEvent">Its event; null is skip.</param>
/// <param name="OtherAfter">Its state after; null where the event is not enabled.</param>
/// <param name="Next">The pair after the move, if there is one.</param>
/// <param name="Failure">The requirement that fails, if one does.</param>
/// <param name="Fault">What the compiled code threw, if it did.</param>
internal sealed record PairMove(
    object Event,
    object? After,
    object OtherBefore,
    object? OtherEvent,
    object? OtherAfter,
    Pair? Next,
    RefinementFailure? Failure = null,
    Exception? Fault = null)
{
    /// <summary>Whether it is the abstract (right) system that moves first, as only an equality asks for.</summary>
    public bool IsBackward { get; init; }

    /// <summary>The event of the concrete (left) system.</summary>
    public object ConcreteEvent => IsBackward && OtherEvent is not null ? OtherEvent : Event;
}
