using System.Diagnostics;

namespace Igloo.Exploring.Searching;

/// <summary>Watches time and memory of a running search.</summary>
internal sealed class SearchMonitor(ExplorationOptions options)
{
    private const int BetweenLooks = 64;

    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(250);

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<int> levelStarts = [];
    private TimeSpan reported = TimeSpan.Zero;
    private long collectAbove;
    private int looks;

    public TimeSpan Elapsed => clock.Elapsed;

    /// <summary>Whether the limit on memory is exceeded, garbage not counted; looks only now and then.</summary>
    public bool ExceedsMemory
    {
        get
        {
            if (options.MaxMemory is not { } most || looks++ % BetweenLooks != 0) return false;
            if (GC.GetTotalMemory(false) <= Math.Max(most, collectAbove)) return false;
            var used = GC.GetTotalMemory(true);

            // Much of it may have been garbage; collecting again at once would take all the time.
            collectAbove = used + (used / 8);
            return used > most;
        }
    }

    public double PerSecond(int visited) => visited / Math.Max(clock.Elapsed.TotalSeconds, 1e-3);

    /// <summary>Notes how many nodes were waiting when a level began.</summary>
    public void AtLevel(int level, int waiting)
    {
        while (levelStarts.Count < level) levelStarts.Add(waiting);
    }

    /// <summary>Reports if the last report is some time ago.</summary>
    public void Report(Func<ExplorationProgress> progress)
    {
        if (options.Progress is null || clock.Elapsed - reported < BetweenReports) return;
        reported = clock.Elapsed;
        options.Progress.Report(progress());
    }

    public void ReportEnd(Func<ExplorationProgress> progress) => options.Progress?.Report(progress());

    /// <summary>
    /// Extrapolates from the last levels seen: where the waiting nodes shrink from level to level by a factor, what is left is a geometric
    /// series. Null while they grow.
    /// </summary>
    public TimeSpan? Remaining(int visited, int waiting)
    {
        if (waiting == 0) return TimeSpan.Zero;
        if (levelStarts.Count < 3 || options.Strategy != SearchStrategy.BreadthFirst) return null;
        var ratio = levelStarts[^1] / (double)Math.Max(1, levelStarts[^2]);
        return ratio >= 1 ? null : TimeSpan.FromSeconds(waiting / (1 - ratio) / PerSecond(visited));
    }
}
