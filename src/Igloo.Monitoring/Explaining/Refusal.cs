using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Explaining;

/// <summary>A violation on its way to the log and the caller: built under the bookkeeping lock, reported outside it.</summary>
internal sealed record Refusal(PermissionViolation Violation, Exception? Fault, bool Throws)
{
    public void Report<TState, TEvent>(PermissionMonitor<TState, TEvent> monitor)
        where TState : class
        where TEvent : class
    {
        monitor.Tell(new MonitorReport.Violation(monitor.Clock.GetUtcNow(), Violation));
        if (!Throws) return;
        throw Violation.Kind is ViolationKind.Ghost or ViolationKind.Abstraction
            ? new GhostViolationException(Violation, Fault)
            : new PermissionViolationException(Violation, Fault);
    }
}
