using System.Collections.Concurrent;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Health;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Runs;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.Calls.End.Event;

namespace Igloo.Monitoring.Tests.Racing;

/// <summary>One end of a line, whose events are recorded.</summary>
internal sealed class Caller : IDisposable
{
    private readonly MemoryStream recorded = new();
    private readonly AuditLog<E> log;

    public Caller(Id self)
    {
        Self = self;
        log = new(recorded);
        Monitor = PermissionMonitor.Start(new Calls.End(), new() { Audit = log, Log = Reports.Enqueue });
    }

    public Id Self { get; }

    public PermissionMonitor<Calls.End.State, E> Monitor { get; }

    public ConcurrentQueue<MonitorReport> Reports { get; } = new();

    /// <summary>Nothing is in flight any more: no input keeps its permission, and of at most one output the outcome is unknown.</summary>
    /// <param name="mostStates">How many states there may be: two where one send may have failed.</param>
    /// <returns>What was recorded.</returns>
    public RecordedLog<Id, E> Settle(int mostStates)
    {
        Assert.Equal(MonitorStatus.Following, Monitor.Health.Status);
        Monitor.Perform(new E.HangUp());
        Assert.InRange(Monitor.Health.PossibleStates, 1, mostStates);
        return Ended();
    }

    /// <summary>Ends the monitor, if it goes on. Nothing was refused, and what was recorded is a trace.</summary>
    /// <returns>What was recorded.</returns>
    public RecordedLog<Id, E> Ended()
    {
        Assert.Null(Monitor.FirstViolation);
        Assert.DoesNotContain(Reports, r => r is MonitorReport.ModelFault or MonitorReport.Violation or MonitorReport.AuditFailure);
        Monitor.Dispose();
        var entries = AuditLogReader.Read<E>(new MemoryStream(recorded.ToArray()));
        Assert.IsType<LogVerdict<E>.Accepted>(new LogCheck<Calls.End.State, E>(new Calls.End()).Check(entries));
        return RecordedLog.Of(Self, entries);
    }

    /// <summary>Checks what both ends recorded against the system of both and the line.</summary>
    public static void AssertAccepted(bool isOrdered, params RecordedLog<Id, E>[] logs)
    {
        var verdict = new RunCheck<Calls.Line.State, Calls.Line.Event, Id, Calls.End.State, E>(new Calls(isOrdered))
        {
            Partners = (index, e) => [e is E.Say(var n) ? new Calls.Line.Event.Said(index, n) : new Calls.Line.Event.Heard(index, ((E.Hear)e).N)],
            Inserted = _ => [],
        }.Check(logs);
        Assert.True(verdict is RunVerdict<Calls.Event>.Accepted, verdict.ToString());
    }

    public void Dispose()
    {
        Monitor.Dispose();
        log.Dispose();
    }
}
