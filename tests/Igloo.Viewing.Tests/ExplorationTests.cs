using Igloo.Viewing.Tests.Models;
using LeaderElection.Model;

namespace Igloo.Viewing.Tests;

public sealed class ExplorationTests
{
    [Fact]
    public void Violation_comes_with_the_link_to_a_shortest_counterexample()
    {
        var viewer = Walks.ViewerOf<OpenLock>(3);

        var found = viewer.Explore(new ViewPath("M", 3), ExplorationOptions.Unlimited);

        var finding = found.Findings.Single(f => f.Kind == FindingKind.Violation);
        var view = viewer.At(ViewPath.Parse(finding.Path!));
        Assert.Equal("violated after 2 events", finding.Text);
        Assert.Equal(["Exclusion"], view.Trace[^1].Violated);
        Assert.True(found.IsComplete);
    }

    [Fact]
    public void Goal_comes_with_the_link_to_a_run()
    {
        var viewer = Walks.ViewerOf<RingProtocol>(2);

        var goal = viewer.Explore(new ViewPath("M", 2), ExplorationOptions.Unlimited).Findings.Single();

        Assert.Contains("LeaderExists", viewer.At(ViewPath.Parse(goal.Path!)).Trace[^1].Reached);
    }

    [Fact]
    public void Exploration_that_was_cut_claims_nothing_of_the_rest()
    {
        var found = Walks.ViewerOf<RingProtocol>(3).Explore(new ViewPath("M", 3), new ExplorationOptions { MaxStates = 2 });

        Assert.False(found.IsComplete);
        Assert.Equal("the limit on states was met", found.Cut);
        Assert.Equal("not reached so far", found.Findings.Single().Text);
    }

    [Fact]
    public void Deadlock_comes_with_the_link_to_a_shortest_run()
    {
        var viewer = Walks.ViewerOf<ClosingShop>(2);

        var deadlock = viewer.Explore(new ViewPath("M", 2), ExplorationOptions.Unlimited).Findings.Single();

        Assert.Equal((FindingKind.Deadlock, "found after 2 events"), (deadlock.Kind, deadlock.Text));
        Assert.Equal(0, viewer.At(ViewPath.Parse(deadlock.Path!)).Events.Enabled);
    }
}
