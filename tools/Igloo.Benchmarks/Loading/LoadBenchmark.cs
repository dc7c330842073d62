using System.Diagnostics;
using System.Globalization;

namespace Igloo.Benchmarks.Loading;

/// <summary>
/// The same round trips on the same sockets, bare and monitored, in short blocks by turns: small datagrams and frames of 4 KiB, by one thread and by
/// 16, on one connection and on 10,000.
/// </summary>
internal static class LoadBenchmark
{
    private const int MostThreads = 16;
    private const int MostConnections = 10_000;
    private static readonly TimeSpan Block = TimeSpan.FromMilliseconds(100);

    /// <param name="time">For all of it, roughly; making the connections not included.</param>
    public static async Task Run(TimeSpan time)
    {
        ThreadPool.SetMinThreads(MostThreads + Environment.ProcessorCount, MostThreads);
        Console.WriteLine("""
            Monitored over bare, medians of neighbouring blocks by turns; throughput and CPU: bare over monitored (CPU of this process, which other processes disturb least).
                                threads  connections   pairs   throughput     CPU      p50      p99    p99.9   bare, µs: CPU     p50      p99    p99.9   more bytes/event
            """);
        foreach (var connections in new[] { 1, MostConnections })
        {
            foreach (var workers in new[] { 1, MostThreads })
            {
                Console.WriteLine(await Measure(new DatagramLoad(workers, connections), workers, connections, time / 12));
                Console.WriteLine(await Measure(new ClientLoad(connections), workers, connections, time / 12));
                Console.WriteLine(await Measure(await StreamLoad.ConnectAsync(workers, connections), workers, connections, time / 12));
            }
        }

        // The garbage of a datagram is the state that its model makes.
        Console.WriteLine($"nursery (DOTNET_GCgen0size, hexadecimal bytes): {Environment.GetEnvironmentVariable("DOTNET_GCgen0size") ?? "the runtime's own choice"}");
    }

    private static async Task<string> Measure(ILoad made, int threads, int connections, TimeSpan time)
    {
        await using var load = made;
        var slots = Enumerable.Range(0, Math.Max(threads, connections)).ToArray();
        LoadWorker[] workers = [.. Enumerable.Range(0, threads).Select(w => new LoadWorker(w, [.. slots.Where(s => s % threads == w).Select(s => s % connections)]))];
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var warm = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds / 5 * Stopwatch.Frequency);
        var microseconds = 0.0;
        do
        {
            await LoadBlock.Of(load, workers, isMonitored: true);
            microseconds = (await LoadBlock.Of(load, workers, isMonitored: false)).Wall;
        }
        while (Stopwatch.GetTimestamp() < warm);

        var length = Math.Max(100, (int)(Block.TotalMicroseconds / microseconds / threads));
        foreach (var worker in workers) worker.Ticks = new long[length];
        var pairs = new List<(LoadBlock Bare, LoadBlock Monitored)>();
        while (Stopwatch.GetTimestamp() < end || pairs.Count < 4)
        {
            // Each goes first in every other pair.
            var isBareFirst = pairs.Count % 2 == 0;
            var first = await LoadBlock.Of(load, workers, isMonitored: !isBareFirst);
            var second = await LoadBlock.Of(load, workers, isMonitored: isBareFirst);
            pairs.Add(isBareFirst ? (first, second) : (second, first));
        }

        return Line(load.Name, threads, connections, pairs);
    }

    private static string Line(string name, int threads, int connections, List<(LoadBlock Bare, LoadBlock Monitored)> pairs)
    {
        double Share(Func<LoadBlock, double> figure) => 100 * Median(pairs, p => figure(p.Bare) / figure(p.Monitored));
        double More(Func<LoadBlock, double> figure) => 100 * (Median(pairs, p => figure(p.Monitored) / figure(p.Bare)) - 1);
        double Bare(Func<LoadBlock, double> figure) => Median(pairs, p => figure(p.Bare));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-20}{threads,7}{connections,13}{pairs.Count,8}{Share(b => b.Wall),12:0.0} %{Share(b => b.Processor),6:0.0} %{More(b => b.P50),+7:+0.0;-0.0} %{More(b => b.P99),+7:+0.0;-0.0} %{More(b => b.P999),+7:+0.0;-0.0} %{Bare(b => b.Processor),14:0.00}{Bare(b => b.P50),9:0.00}{Bare(b => b.P99),9:0.00}{Bare(b => b.P999),9:0.00}{Median(pairs, p => p.Monitored.Bytes - p.Bare.Bytes) / 2,15:0.0}");
    }

    private static double Median(List<(LoadBlock Bare, LoadBlock Monitored)> pairs, Func<(LoadBlock Bare, LoadBlock Monitored), double> figure)
    {
        var sorted = pairs.Select(figure).Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
