using Igloo.Exploring;
using Igloo.Exploring.Liveness;
using Igloo.Exploring.Reducing;
using RingWithChannels.Model;

namespace Igloo.Reducing.Tests;

/// <summary>The ring with channels, the example of partial-order reduction.</summary>
public sealed class RingTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Reduced_ring_has_the_verdict_of_the_full_one(int size)
    {
        var instance = Instances.Of<ChannelRing>(size, size).Single();
        var (full, reduced) = (Explorer.Explore(instance), ReducedExplorer.Explore(instance, Reductions.PartialOrder));

        Verdicts.AssertSame(full, reduced);
        Assert.True(full.Holds && reduced.Holds, $"{full}\n{reduced}");
        TestContext.Current.TestOutputHelper!.WriteLine($"{full}\n{reduced}");
    }

    [Fact]
    public void Ring_of_six_is_reduced_a_hundredfold()
    {
        var instance = Instances.Of<ChannelRing>(6, 6).Single();
        var (full, reduced) = (Explorer.Explore(instance), ReducedExplorer.Explore(instance, Reductions.PartialOrder));

        TestContext.Current.TestOutputHelper!.WriteLine($"{full}\n{reduced}");
        Verdicts.AssertSame(full, reduced);
        Assert.True(100 * reduced.States < full.States, $"{full}\n{reduced}");
    }

    [Fact]
    public void Ring_elects_in_the_end() => Assert.True(LivenessCheck.Explore(Instances.Of<ChannelRing>(4, 4).Single()).Holds);
}
