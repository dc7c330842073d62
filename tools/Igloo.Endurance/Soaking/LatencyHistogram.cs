using System.Diagnostics;
using System.Numerics;

namespace Igloo.Endurance.Soaking;

/// <summary>Counts of durations in buckets of growing width, each at most 1.6 % wide. Takes no memory as it fills.</summary>
internal sealed class LatencyHistogram
{
    private const int Steps = 64;
    private readonly long[] counts = new long[64 * Steps];
    private long total;

    /// <param name="ticks">A duration in ticks of <see cref="Stopwatch"/>.</param>
    public void Add(long ticks)
    {
        counts[Bucket(Math.Max(0, ticks))]++;
        total++;
    }

    /// <summary>The duration that a share of all does not exceed, in nanoseconds.</summary>
    public double Percentile(double share)
    {
        var rank = (long)Math.Ceiling(share * total);
        var bucket = 0;
        for (var seen = counts[0]; seen < rank; seen += counts[++bucket]) { }
        return Middle(bucket) * 1e9 / Stopwatch.Frequency;
    }

    public void Clear()
    {
        Array.Clear(counts);
        total = 0;
    }

    private static int Bucket(long ticks)
    {
        if (ticks < Steps) return (int)ticks;
        var shift = BitOperations.Log2((ulong)ticks) - 6;
        return (shift + 1) * Steps + (int)(ticks >> shift) - Steps;
    }

    private static double Middle(int bucket)
    {
        if (bucket < Steps) return bucket;
        var shift = bucket / Steps - 1;
        return ((bucket % Steps + Steps) + 0.5) * Math.Pow(2, shift);
    }
}
