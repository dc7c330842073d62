using System.Diagnostics;
using System.Globalization;
using Igloo.Monitoring;
using Igloo.Values;
using LeaderElection.Model;

namespace Igloo.Benchmarks.Monitoring;

/// <summary>Time and garbage of a permitted event, without a socket; what the model itself needs is shown beside it.</summary>
internal static class CoreBenchmark
{
    private const int Round = 2_000;

    // Long enough for the just-in-time compiler to reach its last tier.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    public static string Run(int events)
    {
        var successor = new Address(1);
        var component = new RingNode(new Node(2), successor, new Ring(5));
        var send = new RingNode.Event.Send(successor, new Node(2));
        var receive = new RingNode.Event.Receive(new Node(4));
        var monitor = PermissionMonitor.Start(component);
        monitor.Perform(new RingNode.Event.Setup());
        monitor.Deliver(monitor.Begin(receive), receive);
        var state = monitor.State;
        var lines = new[]
        {
            Line("send, model alone", events, () => component.Next(state, send)),
            Line("send, monitored", events, () => monitor.Succeed(monitor.Begin(send))),
            Line("receive, model alone", events, () => component.Next(state, receive)),
            Line("receive, monitored", events, () => monitor.Deliver(monitor.Begin(receive), receive)),
        };
        return "Core                        ns/event   bytes/event\n" + string.Join('\n', lines) + "\n";
    }

    private static string Line(string name, int events, Action action)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;) Repeat(1_000, action);
        var best = double.MaxValue;
        long bytes = 0;
        // The best of many short rounds: what other processes take is not the monitor's.
        for (var round = 0; round < events / Round; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var begun = Stopwatch.GetTimestamp();
            Repeat(Round, action);
            best = Math.Min(best, Stopwatch.GetElapsedTime(begun).TotalNanoseconds / Round);
            bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Round;
        }

        return string.Create(CultureInfo.InvariantCulture, $"  {name,-24}{best,10:0.0}{bytes,14}");
    }

    private static void Repeat(int times, Action action)
    {
        for (var i = 0; i < times; i++) action();
    }
}
