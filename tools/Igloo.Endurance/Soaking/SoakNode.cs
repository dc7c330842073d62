using System.Diagnostics;
using Igloo.Monitoring;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Recovery;
using Igloo.Values;
using LeaderElection.Model;
using E = LeaderElection.Model.RingNode.Event;

namespace Igloo.Endurance.Soaking;

/// <summary>A node of leader election with any events, permitted and not, observed and recorded in a log that is kept in a few files; the model runs beside it.</summary>
internal sealed class SoakNode : IDisposable
{
    private const int Nodes = 5;
    private readonly Ring ring = new(Nodes);
    private readonly RingNode model;
    private readonly AuditLog<E> log;
    private readonly PermissionMonitor<RingNode.State, E> monitor;
    private readonly string path;
    private readonly Random random;
    private RingNode.State expected;

    public SoakNode(string folder, Random random)
    {
        this.random = random;
        model = new(new Node(2), ring.AddressOf(new Node(3)), ring);
        expected = model.Initial;
        path = Path.Combine(folder, "node.jsonl");
        log = AuditLog<E>.Create(path, new() { LargestFile = 1 << 20, KeptFiles = 3 });
        monitor = PermissionMonitor.Start(model, new() { Policy = ViolationPolicy.Observe, Audit = log });
    }

    public PermissionMonitor<RingNode.State, E> Monitor => monitor;

    public void Do(int events, LatencyHistogram times)
    {
        for (var i = 0; i < events; i++)
        {
            var e = Next();
            var begun = Stopwatch.GetTimestamp();
            switch (e)
            {
                case E.Receive: monitor.Deliver(monitor.Begin(e), e); break;
                case E.Send: monitor.Succeed(monitor.Begin(e)); break;
                default: monitor.Perform(e); break;
            }

            times.Add(Stopwatch.GetTimestamp() - begun);
            expected = model.Step(expected, e) ?? expected;
        }
    }

    /// <summary>Compares the monitor, the model beside it, and what a restart would read from the log.</summary>
    public void Check()
    {
        if (!monitor.State.Equals(expected)) throw new InvalidOperationException($"The monitor is in {monitor.State}, the model in {expected}.");
        var files = AuditFiles.Of(path);
        var recorded = DurableLog.SnapshotOf(model, AuditLogReader.ReadAll<E>(files[^1..]));
        using var resumed = PermissionMonitor.Resume(model, recorded, expected);
        if (files.Length > 3) throw new InvalidOperationException($"{files.Length} files are kept.");
    }

    public void Dispose()
    {
        monitor.Dispose();
        log.Dispose();
    }

    private E Next()
    {
        var node = new Node(random.Next(Nodes));
        return random.Next(5) switch
        {
            0 => new E.Receive(node),
            1 => new E.Accept(node),
            2 => new E.Setup(),
            3 => new E.Send(ring.AddressOf(new Node(3)), node),
            _ => new E.Send(new Address(random.Next(Nodes)), node),
        };
    }
}
