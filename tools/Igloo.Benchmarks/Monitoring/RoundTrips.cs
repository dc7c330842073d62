using System.Diagnostics;

namespace Igloo.Benchmarks.Monitoring;

/// <summary>Round trips, bare and monitored by turns in one process.</summary>
internal static class RoundTrips
{
    // Short blocks, so that what other processes take falls on few of them, and on both kinds alike.
    private const int BlockLength = 1_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static async Task<string> Compare(string title, Func<ValueTask> bare, Func<ValueTask> monitored, int events)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;) await Pair(bare, monitored);
        var comparison = new Comparison(title);
        for (var done = 0; done < events; done += 2 * BlockLength)
        {
            // Each goes first in every other pair.
            var (first, second) = await Pair(bare, monitored);
            comparison.Add(first, second);
            (second, first) = await Pair(monitored, bare);
            comparison.Add(first, second);
        }

        return comparison.ToString();
    }

    private static async Task<(Block First, Block Second)> Pair(Func<ValueTask> first, Func<ValueTask> second) =>
        (await Measure(first), await Measure(second));

    private static async Task<Block> Measure(Func<ValueTask> roundTrip)
    {
        var ticks = new long[BlockLength];
        var bytes = GC.GetTotalAllocatedBytes();
        for (var i = 0; i < ticks.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await roundTrip();
            ticks[i] = Stopwatch.GetTimestamp() - start;
        }

        return Block.Of(ticks, GC.GetTotalAllocatedBytes() - bytes);
    }
}
