using Igloo.Viewing.Charts;
using Igloo.Viewing.Tests.Models;
using LeaderElection.Model;
using LockServer;

namespace Igloo.Viewing.Tests;

public sealed class ChartTests
{
    [Fact]
    public void Event_that_names_nobody_is_the_system_s_own()
    {
        var chart = Walks.ViewerOf<Queue>(2).After("Join(1)", "Serve").Chart!;

        Assert.Equal(["Queue", "Visitor 0", "Visitor 1"], chart.Lanes.Select(l => l.Name));
        Assert.Equal([2, 0], chart.Rows.Select(r => r.From));
    }

    [Fact]
    public void Lanes_are_the_environment_and_each_component() => Assert.Equal(
        [new Lane("UnreliableNetwork", true), new Lane("RingNode 0", false), new Lane("RingNode 1", false), new Lane("RingNode 2", false)],
        Walks.ViewerOf<RingSystem>(3).After().Chart!.Lanes);

    [Fact]
    public void Output_goes_to_the_environment_and_input_comes_from_it()
    {
        var chart = Walks.ViewerOf<RingSystem>(3).After("Internal(1, Setup)", "Environment(Transmit(1, @2, 1))", "Environment(Deliver(2, 1))").Chart!;

        Assert.Equal(
            [(ChartKind.Alone, 2, 2, "Setup"), (ChartKind.Send, 2, 0, "Send(@2, 1)"), (ChartKind.Receive, 0, 3, "Receive(1)")],
            chart.Rows.Select(r => (r.Kind, r.From, r.To, r.Text)));
    }

    [Fact]
    public void Event_of_another_model_stands_on_the_lane_of_its_first_parameter_and_the_chart_says_so()
    {
        var chart = Walks.ViewerOf<LockProtocol>(2).After("Grant(1)").Chart!;

        Assert.Equal((ChartKind.Alone, 1), (chart.Rows.Single().Kind, chart.Rows.Single().From));
        Assert.Equal(["Client 0", "Client 1"], chart.Lanes.Select(l => l.Name));
        Assert.Contains("no composition", chart.Note, StringComparison.Ordinal);
    }
}
