using Igloo.Endurance.Fuzzing.References;
using Igloo.Endurance.Models;
using Igloo.Monitoring;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Health;
using Igloo.Monitoring.Recovery;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Runs;
using E = Igloo.Endurance.Models.Meter.Event;

namespace Igloo.Endurance.Fuzzing.Targets;

/// <summary>
/// A program that calls a monitor in any order, with failures, cancellations, a full disk and changing policies: every verdict, state and count is that
/// of the definition, and in the end the log gives back what the monitor knew.
/// </summary>
/// <param name="model">The monitored component: the model itself, or a wrong one that must be found.</param>
internal sealed class MonitorTarget(Meter? model = null)
    : FuzzTarget("monitor", 3, "internal", "output", "input", "delivered", "refused", "failed", "ill-typed", "anchored", "disk full", "stopped", "log read back")
{
    private const int MostSteps = 24;
    private static readonly Meter Definition = new();

    // Two bytes each: what, and with which number or on which operation.
    public override byte[] Input(Random random)
    {
        var program = new byte[2 * random.Next(MostSteps + 1)];
        random.NextBytes(program);
        return program;
    }

    public override void Run(byte[] input, Random choices)
    {
        var mostOutcomes = 2 + choices.Next(8);
        var disk = choices.Next(3) == 0 ? new SmallDisk() : null;
        var options = new MonitorOptions<Meter.State, E>
        {
            Audit = disk is null ? null : new AuditLog<E>(disk),
            MostOutcomes = mostOutcomes,
            Anchor = e => e is E.Reset ? Definition.Initial : null,
        };
        using var monitor = PermissionMonitor.Start(model ?? Definition, options);
        var session = new MeterSession(monitor, new NaiveLedger(Definition, mostOutcomes), disk, Coverage);
        for (var i = 0; i + 1 < input.Length; i += 2)
        {
            session.Step(input[i], input[i + 1]);
            Compare(monitor.Health, monitor.State, session.Ledger);
        }

        if (session.Ledger.IsStopped) Coverage.Count("stopped");
        if (disk is not null && !session.HasLostOutcomes) ReadBack(disk, monitor, options with { Audit = null }, session.HasObserved, session is { IsEverythingDecided: true, Ledger.IsStopped: false });
    }

    private static void Compare(MonitorHealth health, Meter.State state, NaiveLedger ledger)
    {
        var states = ledger.States.ToArray();
        if (!states.Contains(state)) throw new FuzzFailureException($"State is {state}, possible are {string.Join<Meter.State>(", ", states)}.");
        if (health.PossibleStates != states.Length) throw new FuzzFailureException($"Possible are {health.PossibleStates} states by the monitor, {string.Join<Meter.State>(", ", states)} by definition.");
        if ((health.Status == MonitorStatus.Stopped) != ledger.IsStopped) throw new FuzzFailureException($"Status is {health.Status}, by definition {(ledger.IsStopped ? "stopped" : "not stopped")}.");
    }

    private void ReadBack(SmallDisk disk, PermissionMonitor<Meter.State, E> monitor, MonitorOptions<Meter.State, E> options, bool hasObserved, bool isComparable)
    {
        var entries = AuditLogReader.Read<E>(new MemoryStream(disk.ToArray()));
        if (!hasObserved && LogCheck.Of(Definition).Check(entries) is not LogVerdict<E>.Accepted and var verdict) throw new FuzzFailureException($"Log of the monitor is not accepted: {verdict}");
        var snapshot = MonitorSnapshot.Parse(monitor.Snapshot().ToJson());
        var recovered = DurableLog.SnapshotOf(Definition, entries, options);
        if (model is null && isComparable && snapshot.ToJson() != recovered.ToJson()) throw new FuzzFailureException($"Log gives back {recovered.ToJson()}, the monitor knew {snapshot.ToJson()}.");
        Coverage.Count("log read back");
    }
}
