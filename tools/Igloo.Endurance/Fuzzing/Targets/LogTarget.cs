using System.Text;
using Igloo.Endurance.Models;
using Igloo.Monitoring;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Recovery;
using Igloo.Monitoring.Runs;
using E = Igloo.Endurance.Models.Meter.Event;

namespace Igloo.Endurance.Fuzzing.Targets;

/// <summary>Audit logs and snapshots that something has damaged: read, refused with the documented exception, or cut at a torn last line.</summary>
internal sealed class LogTarget() : FuzzTarget("audit-log", 3, "read", "damaged", "accepted", "torn", "snapshot", "no snapshot")
{
    private static readonly Meter Model = new();
    private static readonly IReadOnlyList<byte[]> Words =
    [
        .. new[] { "\n", "{}", "null", "\"kind\":\"intent\"", "\"case\":\"Nothing\"", "-1", "1e99", "9999999999999999999", "[]", "{\"case\":1}", "\"77\"", "\uFFFF", ",\"event\":null", "true" }.Select(Encoding.UTF8.GetBytes),
    ];

    public override byte[] Input(Random random)
    {
        var stream = new MemoryStream();
        using var monitor = PermissionMonitor.Start(Model, new() { Audit = new AuditLog<E>(stream) });
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            switch (random.Next(4))
            {
                case 0 when monitor.Health.PossibleStates == 1: monitor.Succeed(monitor.Begin(new E.Keep(monitor.State.Count))); break;
                case 1 when monitor.Health.PossibleStates == 1: monitor.Fail(monitor.Begin(new E.Doubt(monitor.State.Count))); break;
                case 2 when monitor.State.Count < Meter.Full: monitor.Deliver(monitor.Begin(new E.Take(0)), new E.Take(random.Next(4))); break;
                default: monitor.Perform(new E.Reset()); break;
            }
        }

        if (random.Next(4) == 0) return Mutation.Of(random, [Encoding.UTF8.GetBytes(monitor.Snapshot().ToJson())], Words);
        return Mutation.Of(random, [stream.ToArray()], Words);
    }

    public override void Run(byte[] input, Random choices)
    {
        Snapshot(Encoding.UTF8.GetString(input));
        if (Entries(input) is not { } entries)
        {
            Coverage.Count("damaged");
            return;
        }

        Coverage.Count("read");
        if (LogCheck.Of(Model).Check(entries) is LogVerdict<E>.Accepted) Coverage.Count("accepted");
        Documented(() => DurableLog.SnapshotOf(Model, entries));
        var cut = choices.Next(input.Length + 1);
        if (Entries(input[..cut]) is not { } prefix || !prefix.SequenceEqual(entries.Take(prefix.Length))) throw new FuzzFailureException($"Cut after {cut} bytes it is not a prefix.");
        if (cut > 0 && input[cut - 1] != '\n') Coverage.Count("torn");
    }

    private void Snapshot(string text)
    {
        var isSnapshot = Documented(() =>
        {
            var snapshot = MonitorSnapshot.Parse(text);
            try
            {
                PermissionMonitor.Resume(Model, snapshot, new Meter.State(0, 0)).Dispose();
            }
            catch (RecoveryRefusedException)
            {
                Coverage.Count("recovery refused");
            }
        });
        Coverage.Count(isSnapshot ? "snapshot" : "no snapshot");
    }

    private static AuditEntry<E>[]? Entries(byte[] log)
    {
        AuditEntry<E>[]? entries = null;
        Documented(() => entries = [.. AuditLogReader.Read<E>(new MemoryStream(log))]);
        return entries;
    }

    private static bool Documented(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
