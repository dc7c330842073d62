using System.Diagnostics;

namespace Igloo.Exploring.Packed.Searching;

/// <summary>Tells how a search proceeds, a few times a second and at the end.</summary>
internal sealed class ProgressReport(IProgress<ExplorationProgress>? listener)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan last;
    private (int Depth, long States) level;
    private double growth = double.NaN;

    /// <summary>Reports if it is time to.</summary>
    public void Step(IPackedSearch search, long queue)
    {
        if (listener is null) return;
        if (search.Depth != level.Depth)
        {
            var size = search.States - level.States;
            growth = queue > 0 && size > 0 ? (double)queue / size : double.NaN;
            level = (search.Depth, search.States);
        }

        if (clock.Elapsed - last >= Interval) End(search, queue);
    }

    /// <summary>Reports.</summary>
    public void End(IPackedSearch search, long queue)
    {
        if (listener is null) return;
        last = clock.Elapsed;
        var rate = search.States / Math.Max(last.TotalSeconds, 1e-6);
        listener.Report(new ExplorationProgress(
            (int)search.States, search.Generated, rate, queue, search.Depth, GC.GetTotalMemory(forceFullCollection: false), search.CollisionOdds, Remaining(queue, rate), last));
    }

    /// <summary>While levels shrink by a factor, what is left is about a geometric series of them.</summary>
    private TimeSpan? Remaining(long queue, double rate) =>
        growth is > 0 and < 0.95 && rate > 0 ? TimeSpan.FromSeconds(queue / (1 - growth) / rate) : null;
}
