using Igloo.Exploring.Searching;

namespace Igloo.Exploring.Tests;

public sealed class SearchMonitorTests
{
    [Fact]
    public void Time_left_is_estimated_once_levels_shrink()
    {
        var monitor = new SearchMonitor(ExplorationOptions.Unlimited);
        monitor.AtLevel(1, 400);
        monitor.AtLevel(2, 200);
        monitor.AtLevel(3, 100);

        Assert.True(monitor.Remaining(visited: 700, waiting: 50) > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, monitor.Remaining(visited: 700, waiting: 0));
    }

    [Fact]
    public void No_time_is_promised_while_levels_grow()
    {
        var monitor = new SearchMonitor(ExplorationOptions.Unlimited);
        monitor.AtLevel(1, 1);
        monitor.AtLevel(2, 10);
        monitor.AtLevel(3, 100);

        Assert.Null(monitor.Remaining(visited: 111, waiting: 100));
    }

    [Fact]
    public void No_time_is_promised_depth_first()
    {
        var monitor = new SearchMonitor(new ExplorationOptions { Strategy = SearchStrategy.DepthFirst });
        monitor.AtLevel(3, 100);
        monitor.AtLevel(4, 50);

        Assert.Null(monitor.Remaining(visited: 111, waiting: 100));
    }
}
