using Igloo.Exploring;
using Igloo.Exploring.Reducing;
using LeaderElection.Model;

namespace Igloo.Reducing.Tests;

/// <summary>Partial-order reduction of the case study of leader election, its composition included.</summary>
public sealed class CompositionTests
{
    [Theory]
    [InlineData(typeof(RingSystem), 2)]
    [InlineData(typeof(RingInterface), 2)]
    [InlineData(typeof(RingProtocol), 3)]
    public void Reduced_system_has_the_verdict_of_the_full_one(Type system, int size)
    {
        var instance = Instances.Of(system, size, size).First();
        var (full, reduced) = (Explorer.Explore(instance), ReducedExplorer.Explore(instance, Reductions.PartialOrder));

        TestContext.Current.TestOutputHelper!.WriteLine($"{full}\n{reduced}");
        Verdicts.AssertSame(full, reduced);
    }
}
