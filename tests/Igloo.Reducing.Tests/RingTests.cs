using Igloo.Exploring;
using Igloo.Exploring.Liveness;
using Igloo.Exploring.Reducing;
using RingWithChannels.Model;

namespace Igloo.Reducing.Tests;

/// <summary>The ring with channels, the example of partial-order reduction.</summary>
public sealed class RingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Reduced_ring_has_the_verdict_of_the_full_one(int size)
    {
        foreach (var instance in Instances.Of<ChannelRing>(size, size))
        {
            var (full, reduced) = (Explorer.Explore(instance), ReducedExplorer.Explore(instance, Reductions.PartialOrder));

            Verdicts.AssertSame(full, reduced);
            Assert.True(full.Holds && reduced.Holds, $"{full}\n{reduced}");
        }
    }

    [Fact]
    public void Ring_of_six_is_reduced_to_one_order_of_events()
    {
        var ring = new DescendingRing(6);
        var universe = Universe.Of(6, ring);
        var (full, reduced) = (Explorer.Explore(new ChannelRing(ring), universe), ReducedExplorer.Explore(new ChannelRing(ring), universe, Reductions.PartialOrder));

        Verdicts.AssertSame(full, reduced);
        Assert.Equal((6687, 49), (full.States, reduced.States));
        Assert.Equal(reduced.Depth, reduced.States);
    }

    [Fact]
    public void Ring_elects_in_the_end() => Assert.All(Instances.Of<ChannelRing>(4, 4), ring => Assert.True(LivenessCheck.Explore(ring).Holds));
}
