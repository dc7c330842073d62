using System.Diagnostics;

namespace Igloo.Benchmarks.Loading;

/// <summary>Round trips of all workers for a moment, all with or all without a monitor.</summary>
/// <param name="Wall">Microseconds from the first to the last, for each round trip.</param>
/// <param name="Processor">Microseconds of processor time of this process for each round trip.</param>
/// <param name="Bytes">What was allocated for each round trip.</param>
internal readonly record struct LoadBlock(double Wall, double Processor, double P50, double P99, double P999, double Bytes)
{
    public static async Task<LoadBlock> Of(ILoad load, LoadWorker[] workers, bool isMonitored)
    {
        var bytes = GC.GetTotalAllocatedBytes();
        var processor = Environment.CpuUsage.TotalTime;
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(workers.Select(w => Task.Run(() => w.Run(load, isMonitored))));
        var wall = Stopwatch.GetElapsedTime(begun);
        processor = Environment.CpuUsage.TotalTime - processor;
        bytes = GC.GetTotalAllocatedBytes() - bytes;
        long[] ticks = [.. workers.SelectMany(w => w.Ticks)];
        Array.Sort(ticks);
        double Percentile(double share) => ticks[(int)(ticks.Length * share)] * 1e6 / Stopwatch.Frequency;
        return new(wall.TotalMicroseconds / ticks.Length, processor.TotalMicroseconds / ticks.Length, Percentile(0.5), Percentile(0.99), Percentile(0.999), (double)bytes / ticks.Length);
    }
}
