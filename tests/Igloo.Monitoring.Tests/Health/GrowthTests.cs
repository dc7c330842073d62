using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.Ledgers.Event;

namespace Igloo.Monitoring.Tests.Health;

public sealed class GrowthTests
{
    private readonly List<MonitorReport> reports = [];
    private readonly PermissionMonitor<Ledgers.State, E> monitor;

    public GrowthTests() => monitor = PermissionMonitor.Start(new Ledgers(), new() { Log = reports.Add });

    [Fact]
    public void Size_of_the_state_counts_what_its_collections_hold()
    {
        monitor.Perform(new E.Note(1));
        monitor.Perform(new E.Note(2));

        Assert.Equal(2, monitor.Health.StateSize);
    }

    [Fact]
    public void Field_that_only_grows_is_reported_once()
    {
        for (var i = 0; i < 20_000; i++) monitor.Perform(new E.Note(i));

        Assert.Equal("Notes", Assert.IsType<MonitorReport.GrowingState>(Assert.Single(reports)).Field);
    }

    [Fact]
    public void Field_that_shrinks_now_and_then_is_not_reported()
    {
        for (var i = 0; i < 20_000; i++)
        {
            monitor.Perform(new E.Note(i));
            if (i % 3_000 == 2_999) monitor.Perform(new E.Clear());
        }

        Assert.Empty(reports);
    }
}
