using Igloo.Monitoring.Automatic;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Runs;
using Igloo.Monitoring.Tests.Models;
using Igloo.Values;
using E = Igloo.Monitoring.Tests.Models.QuietNode.Event;

namespace Igloo.Monitoring.Tests.Automatic;

/// <summary>Events that the model marks automatic, in a monitor.</summary>
public sealed class StartTests
{
    private static readonly QuietNode Node = new(new Id(2), new Address(1));

    [Theory]
    [InlineData(HiddenSteps.Complete)]
    [InlineData(HiddenSteps.Eager)]
    public void Monitor_does_not_start_with_events_whose_order_matters(HiddenSteps steps)
    {
        var refusal = Assert.Throws<AutomaticEventsException>(() => PermissionMonitor.Start(new Either(), new() { HiddenSteps = steps }));

        Assert.IsType<AutomaticVerdict.IsNotConfluent>(refusal.Verdict);
        Assert.Equal(
            "The automatic events of Either cannot be followed: from State(First: false, Second: false, IsChosen: false) they end in "
            + "State(First: true, Second: false, IsChosen: true) or in State(First: false, Second: true, IsChosen: true), depending on their order. "
            + "Correct the model (igloo verify shows the smallest case), or report these events.",
            refusal.Message);
    }

    [Fact]
    public void Monitor_looks_no_further_than_it_is_told_and_says_so()
    {
        List<MonitorReport> reports = [];

        PermissionMonitor.Start(new Clockwork(), new() { MostStatesCheckedAtStart = 20, Log = reports.Add });

        Assert.False(Assert.IsType<AutomaticVerdict.Holds>(Assert.IsType<MonitorReport.AutomaticEvents>(Assert.Single(reports)).Verdict).IsComplete);
    }

    [Fact]
    public void Monitor_says_nothing_where_all_states_were_looked_at()
    {
        List<MonitorReport> reports = [];

        PermissionMonitor.Start(Node, new() { Log = reports.Add });

        Assert.Empty(reports);
    }

    [Fact]
    public void Monitor_that_does_not_look_starts_with_anything()
    {
        List<MonitorReport> reports = [];

        var monitor = PermissionMonitor.Start(new Either(), new() { MostStatesCheckedAtStart = 0, Log = reports.Add });

        Assert.True(monitor.TryDo(new Either.Event.Emit(2)));
        Assert.Empty(reports);
    }

    [Fact]
    public void Program_does_not_report_what_the_monitor_follows_by_itself()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => PermissionMonitor.Start(Node).Perform(new E.Setup()));

        Assert.Contains("Setup is automatic", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Event_that_the_model_does_not_mark_is_not_followed()
    {
        var fault = Assert.Throws<InvalidOperationException>(
            () => PermissionMonitor.Start(new RingNode(new Id(2), new Address(1)), new() { Automatic = _ => [new RingNode.Event.Setup()] }));

        Assert.Contains("IsAutomatic = true", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Log_of_a_component_lacks_its_automatic_events_and_is_accepted()
    {
        RecordedEvent<int, E>[] log = [new(1, 1, default, new E.Send(new Address(1), new Id(2)), IsCertain: true)];

        Assert.Equal([new E.Setup(), log[0].Event!], Assert.IsType<LogVerdict<E>.Accepted>(LogCheck.Of(Node).Check(log)).Trace);
    }
}
