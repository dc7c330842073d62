using Igloo.Monitoring.Automatic;
using Igloo.Monitoring.Reports;
using Microsoft.Extensions.Logging;

namespace Igloo.Monitoring.Hosting;

/// <summary>What monitors report, as structured log records. The numbers of events and the names of properties are stable.</summary>
/// <remarks>
/// <para>
/// 7000 other · 7001 violation · 7002 model fault · 7003 ill-typed input · 7004 dropped datagram · 7005 audit failure · 7006 anchored · 7007 growing state ·
/// 7008 assumption not met · 7009 automatic events · 7010 refused message · 7011 settings rejected · 7012 listener failure.
/// </para>
/// <para>Every record has the property <c>Component</c>, and <c>Advice</c> where there is something to do about it.</para>
/// </remarks>
public static partial class MonitorLog
{
    /// <summary>Writes a report as a log record.</summary>
    /// <param name="logger">The logger.</param>
    /// <param name="component">The name of the monitor that made it.</param>
    /// <param name="report">The report.</param>
    public static void Report(this ILogger logger, string component, MonitorReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        switch (report)
        {
            case MonitorReport.Violation { Details: var violation }:
                Violated(logger, violation.IsRefused ? LogLevel.Error : LogLevel.Warning, violation, component, violation.Attempted, violation.Kind, report.Advice);
                break;
            case MonitorReport.ModelFault(_, var e, var reason, var cause):
                Fault(logger, component, e, reason, report.Advice, cause);
                break;
            case MonitorReport.IllTypedInput(_, var e):
                IllTyped(logger, component, e, report.Advice);
                break;
            case MonitorReport.DroppedDatagram(_, var from, var length, var reason):
                Dropped(logger, component, reason, length, from.ToString());
                break;
            case MonitorReport.RefusedMessage(_, var channel, var reason):
                Refused(logger, component, reason, channel);
                break;
            case MonitorReport.AuditFailure(_, var reason, var isLost):
                AuditFailed(logger, component, reason, isLost);
                break;
            case MonitorReport.Anchored(_, var e):
                Anchored(logger, component, e);
                break;
            case MonitorReport.GrowingState(_, var field, var size):
                Growing(logger, component, field, size, report.Advice);
                break;
            case MonitorReport.AssumptionNotMet(_, var what):
                NotMet(logger, component, what, report.Advice);
                break;
            case MonitorReport.AutomaticEvents(_, var verdict):
                Automatic(logger, component, verdict, report.Advice);
                break;
            case MonitorReport.ListenerFailure(_, var listener, var cause) failure:
                ListenerFailed(logger, component, listener, failure.Reason, report.Advice, cause);
                break;
            default:
                Other(logger, component, report);
                break;
        }
    }

    [LoggerMessage(EventId = 7001, EventName = "Violation", Message = "{Violation}\n  Fields     {Component} {Attempted} {Kind}: {Advice}")]
    private static partial void Violated(ILogger logger, LogLevel level, PermissionViolation violation, string component, string attempted, ViolationKind kind, string advice);

    [LoggerMessage(7002, LogLevel.Error, "MODEL FAULT in {Component} on {Event}: {Reason}. {Advice}", EventName = "ModelFault")]
    private static partial void Fault(ILogger logger, string component, string @event, string reason, string advice, Exception? cause);

    [LoggerMessage(7003, LogLevel.Warning, "ILL-TYPED INPUT of {Component}, {Event}: not in Ty of its operation; held back. {Advice}", EventName = "IllTypedInput")]
    private static partial void IllTyped(ILogger logger, string component, string @event, string advice);

    [LoggerMessage(7004, LogLevel.Debug, "DROPPED by {Component}: {Reason} datagram of {Length} bytes from {From}", EventName = "DroppedDatagram")]
    private static partial void Dropped(ILogger logger, string component, DropReason reason, int length, string from);

    [LoggerMessage(7005, LogLevel.Critical, "AUDIT FAILURE of {Component}: {Reason} (log lost: {IsLost})", EventName = "AuditFailure")]
    private static partial void AuditFailed(ILogger logger, string component, string reason, bool isLost);

    [LoggerMessage(7006, LogLevel.Warning, "ANCHORED {Component} at {Event}: followed again; the first violation remains the verdict", EventName = "Anchored")]
    private static partial void Anchored(ILogger logger, string component, string @event);

    [LoggerMessage(7007, LogLevel.Warning, "GROWING STATE of {Component}: {Field} has {Size} elements and has never become smaller. {Advice}", EventName = "GrowingState")]
    private static partial void Growing(ILogger logger, string component, string field, long size, string advice);

    [LoggerMessage(7008, LogLevel.Error, "ENVIRONMENT ASSUMPTION NOT MET, seen by {Component}: {What}. {Advice}", EventName = "AssumptionNotMet")]
    private static partial void NotMet(ILogger logger, string component, string what, string advice);

    [LoggerMessage(7009, LogLevel.Warning, "AUTOMATIC EVENTS of {Component}: {Verdict} {Advice}", EventName = "AutomaticEvents")]
    private static partial void Automatic(ILogger logger, string component, AutomaticVerdict verdict, string advice);

    [LoggerMessage(7010, LogLevel.Warning, "REFUSED by {Component}: {Reason} message from {Channel}", EventName = "RefusedMessage")]
    private static partial void Refused(ILogger logger, string component, DropReason reason, string channel);

    [LoggerMessage(7011, LogLevel.Error, "SETTINGS REJECTED for {Component}, which goes on under those that it has: {Reason}", EventName = "SettingsRejected")]
    internal static partial void SettingsRejected(ILogger logger, string component, string reason);

    [LoggerMessage(7012, LogLevel.Error, "LISTENER FAILURE of {Component}, {Listener}: {Reason}. {Advice}", EventName = "ListenerFailure")]
    private static partial void ListenerFailed(ILogger logger, string component, ListenerKind listener, string reason, string advice, Exception cause);

    [LoggerMessage(7000, LogLevel.Information, "{Component}: {Report}", EventName = "Report")]
    private static partial void Other(ILogger logger, string component, MonitorReport report);
}
