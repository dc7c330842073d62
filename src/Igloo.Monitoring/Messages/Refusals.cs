using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Messages;

/// <summary>Inputs that cannot be passed on.</summary>
internal static class Refusals
{
    /// <summary>Why an input may not reach the program; null if it may.</summary>
    public static DropReason? Refusal(this InputOutcome outcome) => outcome switch
    {
        InputOutcome.Accepted => null,
        InputOutcome.IllTyped => DropReason.IllTyped,
        InputOutcome.Dropped => DropReason.NotPermitted,
        _ => DropReason.ModelFault,
    };

    /// <summary>Reports an input that was refused.</summary>
    /// <returns>What ends an ordered transport.</returns>
    public static RefusedInputException Refuse<TState, TEvent>(this PermissionMonitor<TState, TEvent> monitor, string transport, DropReason reason)
        where TState : class
        where TEvent : class
    {
        // What the model has against a message is told by the monitor.
        if (reason is not (DropReason.IllTyped or DropReason.ModelFault)) monitor.Tell(new MonitorReport.RefusedMessage(monitor.Clock.GetUtcNow(), transport, reason));
        return new($"{transport}: an input was refused ({reason}); nothing after it can be received.");
    }
}
