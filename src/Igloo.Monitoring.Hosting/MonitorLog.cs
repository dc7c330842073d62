using Igloo.Monitoring.Automatic;
using Igloo.Monitoring.Reports;
using Microsoft.Extensions.Logging;

namespace Igloo.Monitoring.Hosting;

/// <summary>What monitors report, as structured log records. The numbers of events are stable.</summary>
/// <remarks>7001 violation · 7002 model fault · 7003 ill-typed input · 7004 dropped datagram · 7005 audit failure · 7006 anchored · 7007 growing state · 7008 assumption not met · 7009 automatic events · 7010 settings rejected.</remarks>
public static partial class MonitorLog
{
    /// <summary>Writes a report as a log record.</summary>
    /// <param name="logger">The logger.</param>
    /// <param name="report">The report.</param>
    public static void Report(this ILogger logger, MonitorReport report)
    {
        switch (report)
        {
            case MonitorReport.Violation { Details: var violation }:
                Violated(logger, violation.IsRefused ? LogLevel.Error : LogLevel.Warning, violation, violation.Component, violation.Attempted, violation.Kind);
                break;
            case MonitorReport.ModelFault(_, var e, var reason, var cause):
                Fault(logger, e, reason, cause);
                break;
            case MonitorReport.IllTypedInput(_, var e):
                IllTyped(logger, e);
                break;
            case MonitorReport.DroppedDatagram(_, var from, var length, var reason):
                Dropped(logger, reason, length, from.ToString());
                break;
            case MonitorReport.AuditFailure(_, var reason, var isLost):
                AuditFailed(logger, reason, isLost);
                break;
            case MonitorReport.Anchored(_, var e):
                Anchored(logger, e);
                break;
            case MonitorReport.GrowingState(_, var field, var size):
                Growing(logger, field, size);
                break;
            case MonitorReport.AssumptionNotMet(_, var what):
                NotMet(logger, what);
                break;
            case MonitorReport.AutomaticEvents(_, var verdict):
                Automatic(logger, verdict);
                break;
            default:
                Other(logger, report);
                break;
        }
    }

    [LoggerMessage(EventId = 7001, EventName = "Violation", Message = "{Violation}\n  Fields     {Component} {Attempted} {Kind}")]
    private static partial void Violated(ILogger logger, LogLevel level, PermissionViolation violation, string component, string attempted, ViolationKind kind);

    [LoggerMessage(7002, LogLevel.Error, "MODEL FAULT on {Event}: {Reason}", EventName = "ModelFault")]
    private static partial void Fault(ILogger logger, string @event, string reason, Exception? cause);

    [LoggerMessage(7003, LogLevel.Warning, "ILL-TYPED INPUT {Event}: not in Ty of its operation; held back", EventName = "IllTypedInput")]
    private static partial void IllTyped(ILogger logger, string @event);

    [LoggerMessage(7004, LogLevel.Debug, "DROPPED {Reason} datagram of {Length} bytes from {From}", EventName = "DroppedDatagram")]
    private static partial void Dropped(ILogger logger, DropReason reason, int length, string from);

    [LoggerMessage(7005, LogLevel.Critical, "AUDIT FAILURE: {Reason} (log lost: {IsLost})", EventName = "AuditFailure")]
    private static partial void AuditFailed(ILogger logger, string reason, bool isLost);

    [LoggerMessage(7006, LogLevel.Warning, "ANCHORED at {Event}: followed again; the first violation remains the verdict", EventName = "Anchored")]
    private static partial void Anchored(ILogger logger, string @event);

    [LoggerMessage(7007, LogLevel.Warning, "GROWING STATE: {Field} has {Size} elements and has never become smaller", EventName = "GrowingState")]
    private static partial void Growing(ILogger logger, string field, long size);

    [LoggerMessage(7008, LogLevel.Error, "ENVIRONMENT ASSUMPTION NOT MET: {What}", EventName = "AssumptionNotMet")]
    private static partial void NotMet(ILogger logger, string what);

    [LoggerMessage(7009, LogLevel.Warning, "AUTOMATIC EVENTS: {Verdict} Prove it for all with igloo verify", EventName = "AutomaticEvents")]
    private static partial void Automatic(ILogger logger, AutomaticVerdict verdict);

    [LoggerMessage(7010, LogLevel.Error, "SETTINGS REJECTED for {Monitor}, which goes on under those that it has: {Reason}", EventName = "SettingsRejected")]
    internal static partial void SettingsRejected(ILogger logger, string monitor, string reason);

    [LoggerMessage(7000, LogLevel.Information, "{Report}", EventName = "Report")]
    private static partial void Other(ILogger logger, MonitorReport report);
}
