using Igloo.Exploring.Tests.Models;
using LeaderElection.Model;

namespace Igloo.Exploring.Tests;

public sealed class KnownCountsTests
{
    [Theory]
    [InlineData(3, 288, 1_146, 11)]
    [InlineData(5, 8_832, 58_146, 17)]
    public void Two_phase_commit_has_the_counts_of_other_tools_with_the_reference_engine(int managers, int states, long generated, int depth)
    {
        var found = Explorer.Explore(Instances.Of<TwoPhaseCommit>(managers, managers).Single(), new() { Engine = ExplorationEngine.Reference });

        Assert.Equal((states, generated, depth, Completeness.Complete), (found.States, found.Generated, found.Depth, found.Completeness));
        Assert.Empty(found.Violations);
    }

    [Theory]
    [InlineData(3, 137, 227, 10)]
    [InlineData(4, 823, 1_791, 15)]
    public void Chang_Roberts_with_initiators_has_the_counts_of_other_tools_with_the_reference_engine(int nodes, int states, long generated, int depth)
    {
        var found = Explorer.Explore(Instances.Of<ChangRoberts>(nodes, nodes).Single(), new() { Engine = ExplorationEngine.Reference });

        Assert.Equal((states, generated, depth, Completeness.Complete), (found.States, found.Generated, found.Depth, found.Completeness));
    }

    [Fact]
    public void Ring_protocol_is_complete_on_rings_of_one_to_four()
    {
        var found = Instances.Of<RingProtocol>(1, 4).Select(i => Explorer.Explore(i)).ToArray();

        Assert.All(found, f => Assert.True(f.Holds, f.ToString()));
        Assert.All(found, f => Assert.All(f.Goals, g => Assert.True(g.IsReached)));
        Assert.Equal([3, 8, 20, 48], found.Select(f => f.States));
    }
}
