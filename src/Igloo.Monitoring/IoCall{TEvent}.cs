using Igloo.Monitoring.Permissions;

namespace Igloo.Monitoring;

/// <summary>An I/O operation in flight that a monitor has permitted. Ends exactly once.</summary>
/// <typeparam name="TEvent">Events of the component.</typeparam>
public readonly struct IoCall<TEvent>
    where TEvent : class
{
    internal IoCall(long operation, long sequence, TEvent attempt, EventPlan<TEvent> plan)
    {
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

    // An action that was let through although it was not permitted.
    internal bool IsUnchecked => Operation == 0;
}
