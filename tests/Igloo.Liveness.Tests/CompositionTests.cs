using Igloo.Exploring;
using Igloo.Exploring.Liveness;
using Igloo.Liveness.Tests.Models;
using LeaderElection.Model;

namespace Igloo.Liveness.Tests;

/// <summary>Fairness that components declare holds of their composition, for each component.</summary>
public sealed class CompositionTests
{
    [Fact]
    public void Composition_of_fair_components_elects_a_leader()
    {
        var report = Explore(isEager: true);

        Assert.IsType<LivenessVerdict.Holds>(report[nameof(ElectingRing.LeaderIsElected)]);
        Assert.Equal(["WF EagerNode 0", "WF EagerNode 1"], report.Fairness.Select(f => f.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Composition_of_components_without_fairness_may_stand_still()
    {
        var report = Explore(isEager: false);

        Assert.IsType<LivenessVerdict.Refuted>(report[nameof(ElectingRing.LeaderIsElected)]);
        Assert.Empty(report.Fairness);
    }

    private static LivenessReport Explore(bool isEager)
    {
        var ring = new Ring(2);
        return LivenessCheck.Explore(new ElectingRing(ring, isEager), Universe.Of(2, ring));
    }
}
