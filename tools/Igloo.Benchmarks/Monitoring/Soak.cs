using System.Diagnostics;
using System.Globalization;
using Igloo.Monitoring;
using Igloo.Values;
using LeaderElection.Model;
using E = LeaderElection.Model.RingNode.Event;

namespace Igloo.Benchmarks.Monitoring;

/// <summary>
/// Many events through one monitor, permitted and refused: memory and time for each slice of them, which must stay flat; every verdict is
/// compared with the model.
/// </summary>
internal static class Soak
{
    private const int Slices = 10;
    private const int Nodes = 5;

    public static string Run(int events, int seed)
    {
        var ring = new Ring(Nodes);
        var component = new RingNode(new Node(2), ring.AddressOf(new Node(3)), ring);
        using var monitor = PermissionMonitor.Start(component, new() { Policy = ViolationPolicy.Observe });
        var random = new Random(seed);
        var lines = new List<string> { $"Soak, seed {seed}            events    ns/event   live bytes   refused" };
        var expected = component.Initial;
        for (var slice = 0; slice < Slices; slice++)
        {
            var begun = Stopwatch.GetTimestamp();
            var refused = 0;
            for (var i = 0; i < events / Slices; i++)
            {
                var e = Next(random, ring);
                var next = component.Step(expected, e);
                if (next is null) refused++;
                Do(monitor, e);
                expected = next ?? expected;
            }

            if (!monitor.State.Equals(expected)) throw new InvalidOperationException($"The monitor is in {monitor.State}, the model in {expected} (seed {seed}, slice {slice}).");
            var time = Stopwatch.GetElapsedTime(begun).TotalNanoseconds / (events / Slices);
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"  slice {slice,2}{(slice + 1) * (long)(events / Slices),24:N0}{time,12:0.0}{GC.GetTotalMemory(forceFullCollection: true),13:N0}{refused,10:N0}"));
        }

        return string.Join('\n', lines) + "\n";
    }

    private static E Next(Random random, Ring ring)
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

    private static void Do(PermissionMonitor<RingNode.State, E> monitor, E e)
    {
        switch (e)
        {
            case E.Receive:
                monitor.Deliver(monitor.Begin(e), e);
                break;
            case E.Send:
                monitor.Succeed(monitor.Begin(e));
                break;
            default:
                monitor.Perform(e);
                break;
        }
    }
}
