using Igloo.Components;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Tests;

/// <summary>Drives monitors by events, without sockets.</summary>
internal static class Driving
{
    /// <summary>Lets an event happen if it is permitted.</summary>
    public static bool TryDo<TState, TEvent>(this PermissionMonitor<TState, TEvent> monitor, TEvent e)
        where TState : class
        where TEvent : class
    {
        var signature = EventSignature.Of(e.GetType());
        try
        {
            if (signature.IsInternal)
            {
                monitor.Perform(e);
                return true;
            }

            var call = monitor.Begin(e);
            if (!signature.Parameters.Any(p => p.IsInput))
            {
                monitor.Succeed(call);
                return true;
            }

            if (monitor.Deliver(call, e) == InputOutcome.Accepted) return true;
            monitor.Abandon(call);
            return false;
        }
        catch (MonitorException)
        {
            return false;
        }
    }
}
