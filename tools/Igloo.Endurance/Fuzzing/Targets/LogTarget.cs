using System.Text;
using Igloo.Components;
using Igloo.Monitoring;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Recovery;
using Igloo.Monitoring.Runs;

namespace Igloo.Endurance.Fuzzing.Targets;

/// <summary>Audit logs and snapshots that something has damaged: read, refused with the documented exception, or cut at a torn last line.</summary>
internal sealed class LogTarget<TState, TEvent>(string name, Component<TState, TEvent> model, Action<PermissionMonitor<TState, TEvent>, Random> step)
    : FuzzTarget(name, 2, "read", "damaged", "accepted", "torn", "snapshot", "no snapshot")
    where TState : class
    where TEvent : class
{
    private static readonly IReadOnlyList<byte[]> Words =
    [
        .. new[] { "\n", "{}", "null", "\"kind\":\"intent\"", "\"case\":\"Nothing\"", "-1", "1e99", "9999999999999999999", "[]", "{\"case\":1}", "\"77\"", "\uFFFF", ",\"event\":null", "true" }.Select(Encoding.UTF8.GetBytes),
    ];

    public override byte[] Input(Random random)
    {
        var stream = new MemoryStream();
        using var monitor = PermissionMonitor.Start(model, new() { Audit = new AuditLog<TEvent>(stream) });
        for (var i = random.Next(1, 5); i > 0; i--) step(monitor, random);
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
        Judge(entries);
        Documented(() => DurableLog.SnapshotOf(model, entries));
        var cut = choices.Next(input.Length + 1);
        if (Entries(input[..cut]) is not { } prefix || !prefix.SequenceEqual(entries.Take(prefix.Length))) throw new FuzzFailureException($"Cut after {cut} bytes it is not a prefix.");
        if (cut > 0 && input[cut - 1] != '\n') Coverage.Count("torn");
    }

    // Lines may be whole and yet belong to no run: an outcome of what is no output.
    private void Judge(IReadOnlyCollection<AuditEntry<TEvent>> entries)
    {
        try
        {
            if (LogCheck.Of(model).Check(entries) is LogVerdict<TEvent>.Accepted) Coverage.Count("accepted");
        }
        catch (InvalidDataException)
        {
            Coverage.Count("no run");
        }
    }

    private void Snapshot(string text)
    {
        var isSnapshot = Documented(() =>
        {
            var snapshot = MonitorSnapshot.Parse(text);
            try
            {
                PermissionMonitor.Resume(model, snapshot, model.Initial).Dispose();
            }
            catch (RecoveryRefusedException)
            {
                Coverage.Count("recovery refused");
            }
        });
        Coverage.Count(isSnapshot ? "snapshot" : "no snapshot");
    }

    private static AuditEntry<TEvent>[]? Entries(byte[] log)
    {
        AuditEntry<TEvent>[]? entries = null;
        Documented(() => entries = [.. AuditLogReader.Read<TEvent>(new MemoryStream(log))]);
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
