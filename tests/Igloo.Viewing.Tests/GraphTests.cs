using LeaderElection.Model;
using LockServer;
using Igloo.Viewing.Tests.Models;

namespace Igloo.Viewing.Tests;

public sealed class GraphTests
{
    private static readonly ViewPath Start = new("M", 3) { Tab = ViewTab.Graph };

    [Fact]
    public void Graph_of_a_small_model_is_the_whole_state_space()
    {
        var instance = Instances.Of<LockProtocol>(3, 3).Single();
        var explored = Explorer.Explore(instance);

        var graph = Viewer.Of(instance).At(Start with { Reach = 100 }).Graph!;

        Assert.Equal(explored.States, graph.Nodes.Length);
        Assert.Equal(explored.Generated - 1, graph.Edges.Sum(e => e.Events.Length) + graph.Nodes.Sum(n => n.SelfLoops.Length));
        Assert.Equal((0, null), (graph.Hidden, graph.MorePath));
    }

    [Fact]
    public void Graph_that_is_cut_says_how_much_is_beyond_and_offers_more()
    {
        var viewer = Walks.ViewerOf<RingSystem>(3);

        var few = viewer.At(Start with { Reach = 5 }).Graph!;
        var more = viewer.At(ViewPath.Parse(few.MorePath!)).Graph!;

        Assert.Equal((6, 11), (few.Nodes.Length, more.Nodes.Length));
        Assert.True(few.Hidden > 0);
    }

    [Fact]
    public void Link_of_every_node_leads_to_its_state()
    {
        var viewer = Walks.ViewerOf<RingProtocol>(3);
        var graph = viewer.At(viewer.Take(Start, "Setup(1)", "Setup(2)").LookingAt(1)).Graph!;

        Assert.All(graph.Nodes, node => Assert.Equal(
            node.State,
            viewer.At(ViewPath.Parse(node.Path)).Graph!.Nodes.Single(n => n.IsCurrent).State));
    }

    [Fact]
    public void Run_is_marked_and_violations_are()
    {
        var viewer = Walks.ViewerOf<OpenLock>(2);

        var graph = viewer.At(viewer.Take(Start, "Acquire(0)", "Acquire(1)")).Graph!;

        Assert.Equal([0, 1, 2], graph.Nodes.Select(n => n.OnRun).OfType<int>());
        Assert.Equal(["Exclusion"], graph.Nodes.Single(n => n.IsCurrent).Violated);
        Assert.Equal(2, graph.Edges.Count(e => e.OnRun));
    }

    [Fact]
    public void No_two_nodes_lie_at_one_place()
    {
        var graph = Walks.ViewerOf<RingSystem>(4).At(Start with { Reach = ViewPath.LargestReach }).Graph!;

        Assert.Equal(ViewPath.LargestReach + 1, graph.Nodes.Length);
        Assert.Equal(graph.Nodes.Length, graph.Nodes.Select(n => (n.Layer, n.Row)).Distinct().Count());
    }
}
