using System.Diagnostics;
using Igloo.Monitoring.Permissions;

namespace Igloo.Monitoring;

/// <summary>An I/O operation in flight that a monitor has permitted. Ends exactly once.</summary>
/// <typeparam name="TEvent">Events of the component.</typeparam>
public readonly struct IoCall<TEvent>
    where TEvent : class
{
    private const long Unchecked = 0;
    private const long Dropped = -2;

    internal IoCall(long operation, long sequence, TEvent attempt, EventPlan<TEvent> plan, Activity? span = null)
    {
        Span = span;
        Operation = operation;
        Sequence = sequence;
        Attempt = attempt;
        Plan = plan;
    }

    /// <summary>The event; its inputs are samples.</summary>
    public TEvent Attempt { get; }

    internal long Operation { get; }

    internal long Sequence { get; }

    internal EventPlan<TEvent> Plan { get; }

    /// <summary>
    /// Whether the policy drops it: an output is then not made, and the caller goes on as if it had been; an input is read, and handed over
    /// only if it is permitted when it comes.
    /// </summary>
    public bool IsDropped => Operation == Dropped;

    internal Activity? Span { get; }

    // An action that was let through although it was not permitted.
    internal bool IsUnchecked => Operation == Unchecked;

    // Whether what happens next may depend on how the operation ends.
    internal bool IsOpen => Operation > Unchecked;

    internal static IoCall<TEvent> LetThrough(TEvent attempt, EventPlan<TEvent> plan) => new(Unchecked, sequence: 0, attempt, plan);

    internal static IoCall<TEvent> Drop(TEvent attempt, EventPlan<TEvent> plan) => new(Dropped, sequence: 0, attempt, plan);
}
