using System.Diagnostics;
using System.Runtime.CompilerServices;
using Igloo.Monitoring.Telemetry;

namespace Igloo.Monitoring;

/// <content>Traces: their listeners are called where an operation begins and ends, and must not keep it from either.</content>
public sealed partial class PermissionMonitor<TState, TEvent>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndSpan(in IoCall<TEvent> call, string outcome)
    {
        if (call.Span is { } span) EndSpan(span, outcome);
    }

    private void EndSpan(Activity span, string outcome)
    {
        try
        {
            MonitorInstruments.End(span, outcome);
        }
        catch (Exception failure)
        {
            Leave(span);
            announcements.TellOfTrace(failure);
        }
    }

    private void GoOnWithoutSpan(Exception failure)
    {
        LeaveUnbegun();
        announcements.TellOfTrace(failure);
    }

    // A span whose start was broken off is the current one of the program, and has no tags yet.
    private void LeaveUnbegun()
    {
        if (Activity.Current is not { Source.Name: MonitorInstruments.Name } begun || begun.TagObjects.Any()) return;
        try
        {
            begun.Dispose();
        }
        catch (Exception failure)
        {
            announcements.TellOfTrace(failure);
        }

        Leave(begun);
    }

    private static void Leave(Activity span)
    {
        if (ReferenceEquals(Activity.Current, span)) Activity.Current = span.Parent;
    }
}
