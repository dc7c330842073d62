using LeaderElection.Model;
using LockServer;

namespace Igloo.Exploring.Tests;

public sealed class InstancesTests
{
    [Fact]
    public void Model_over_a_theory_gets_every_instance_between_the_sizes() => Assert.Equal(
        ["RingProtocol on Ring(1)", "RingProtocol on Ring(2)", "RingProtocol on Ring(3)"],
        Instances.Of<RingProtocol>(1, 3).Select(i => i.Subject));

    [Fact]
    public void Sizes_beyond_the_declared_range_are_left_out() => Assert.Equal([5], Instances.Of<RingProtocol>(5, 9).Select(i => i.Size));

    [Fact]
    public void Model_without_a_theory_has_one_instance_for_each_size() =>
        Assert.Equal(["LockProtocol on size 1", "LockProtocol on size 2"], Instances.Of<LockProtocol>(1, 2).Select(i => i.Subject));

    [Fact]
    public void Other_parameters_range_over_the_universe()
    {
        var instances = Instances.Of<RingNode>(2, 2).ToArray();

        Assert.Equal(4, instances.Length);
        Assert.Equal("RingNode on Ring(2), self = 1, successor = @0", instances[2].Subject);
    }

    [Fact]
    public void Theory_without_instances_is_refused_with_the_remedy()
    {
        var refused = Assert.Throws<ArgumentException>(() => Instances.Of<Lonely>(1, 1));

        Assert.Contains("[Instances(1, 4)]", refused.Message, StringComparison.Ordinal);
    }

    public interface INobody : ITheory;

    public sealed class Lonely(INobody nobody)
    {
        public INobody Nobody => nobody;
    }
}
