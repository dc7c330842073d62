using System.Runtime.CompilerServices;
using Igloo.Monitoring.Permissions;
using Igloo.Monitoring.Recovery;
using Igloo.Monitoring.Reports;

namespace Igloo.Monitoring.Auditing;

/// <summary>Numbers the events of a monitor and hands them to its sink. One thread at a time.</summary>
/// <param name="sink">The sink, or null.</param>
/// <param name="onFailure">What happens when an event cannot be recorded.</param>
/// <param name="clock">The clock.</param>
/// <param name="model">The identity of the model.</param>
internal sealed class AuditTrail<TState, TEvent>(IAuditSink<TEvent>? sink, AuditFailurePolicy onFailure, TimeProvider clock, string model)
    where TState : class
    where TEvent : class
{
    private readonly TimeProvider clock = clock;
    private MonitorReport.AuditFailure? untold;
    private bool isTold;

    public bool IsOn => sink is not null;

    public bool IsLost { get; private set; }

    /// <summary>The number of the last line.</summary>
    public long Sequence { get; private set; }

    /// <summary>The number of the last event; a state may follow it.</summary>
    public long LastEvent { get; private set; }

    /// <exception cref="IOException">Nothing can be recorded.</exception>
    public void Start(string name)
    {
        if (Record(new(0, clock.GetUtcNow(), AuditKind.Start, Text: $"{name}: {model}")) is { } failure && onFailure == AuditFailurePolicy.Refuse) throw failure;
    }

    /// <summary>Goes on where an earlier run has ended.</summary>
    public void Resume(long sequence, Ledger<TState, TEvent> ledger)
    {
        Sequence = sequence;
        RecordState(ledger);
    }

    /// <summary>An event, recorded before anybody acts on it.</summary>
    /// <returns>Why it cannot be recorded and must not happen; null where it is recorded.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public IOException? Record(AuditKind kind, TEvent e, Ledger<TState, TEvent> ledger)
    {
        if (sink is not null) return RecordEvent(kind, e, ledger);
        LastEvent = ++Sequence;
        return null;
    }

    /// <summary>What became of an output. An intent without outcome is one that may have happened, so that a lost line misleads nobody.</summary>
    public void Outcome(AuditKind kind, long intent)
    {
        if (sink is not null) Record(new(Sequence + 1, clock.GetUtcNow(), kind, Intent: intent));
    }

    /// <summary>An action that was not permitted.</summary>
    /// <returns>Where the line is found; null where there is none, or nobody could find it.</returns>
    public string? NotPermitted(AuditKind kind, TEvent? e, string? text) =>
        sink is not null && Record(new(Sequence + 1, clock.GetUtcNow(), kind, e, Text: text)) is null ? sink.LastPlace : null;

    /// <summary>What is known from here on.</summary>
    public void RecordState(Ledger<TState, TEvent> ledger)
    {
        if (sink is not null) Record(new(Sequence + 1, clock.GetUtcNow(), AuditKind.State, State: MonitorSnapshot.Of(model, Sequence, ledger.Known, ledger.IsStopped)));
    }

    public void Stop()
    {
        if (sink is not null) Record(new(Sequence + 1, clock.GetUtcNow(), AuditKind.Stop));
    }

    /// <summary>Whether there is a failure that nobody has been told of.</summary>
    public bool HasReport => untold is not null;

    /// <summary>A failure that nobody has been told of: the first one, and that the log is lost.</summary>
    public MonitorReport.AuditFailure? TakeReport() => untold is null ? null : Interlocked.Exchange(ref untold, null);

    private IOException? RecordEvent(AuditKind kind, TEvent e, Ledger<TState, TEvent> ledger)
    {
        if (Record(new(Sequence + 1, clock.GetUtcNow(), kind, e)) is { } failure && onFailure == AuditFailurePolicy.Refuse) return failure;
        LastEvent = Sequence;
        if (sink is { WantsState: true }) RecordState(ledger);
        return null;
    }

    private IOException? Record(in AuditEntry<TEvent> entry)
    {
        try
        {
            sink?.Record(entry);
            Sequence = entry.Sequence;
            return null;
        }
        catch (IOException failure)
        {
            if (onFailure == AuditFailurePolicy.Continue) (sink, IsLost, Sequence) = (null, true, entry.Sequence);
            if (!isTold) untold = new(clock.GetUtcNow(), failure.Message, IsLost);
            isTold = true;
            return failure;
        }
    }
}
