using System.Diagnostics;

namespace Igloo.Benchmarks.Monitoring;

/// <summary>Consecutive round trips of one kind.</summary>
/// <param name="Mean">Without the slowest hundredth, which is the scheduler's on a machine that others share.</param>
internal readonly record struct Block(double Mean, double P50, double P99, double P999, double Bytes)
{
    /// <param name="ticks">The durations.</param>
    /// <param name="bytes">What was allocated in the block.</param>
    public static Block Of(long[] ticks, long bytes)
    {
        Array.Sort(ticks);
        double Micro(double duration) => duration * 1e6 / Stopwatch.Frequency;
        double Percentile(double share) => Micro(ticks[(int)(ticks.Length * share)]);
        return new(Micro(ticks.Take(ticks.Length * 99 / 100).Average()), Percentile(0.5), Percentile(0.99), Percentile(0.999), bytes / 2.0 / ticks.Length);
    }
}
