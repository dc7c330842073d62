using System.Runtime.CompilerServices;
using Igloo.Exploring;
using Igloo.Exploring.Reducing;
using Igloo.Exploring.Reducing.Symmetry;
using Igloo.Reducing.Tests.Models;
using Igloo.Shared;
using RingWithChannels.Model;

namespace Igloo.Reducing.Tests;

/// <summary>What a user reads. The texts are in Snapshots.</summary>
public sealed class TextTests
{
    [Fact]
    public void Result_says_what_was_reduced_and_whose_counts_it_gives()
    {
        var ring = new DescendingRing(6);
        var universe = Universe.Of(6, ring);
        AssertSnapshot("Ring", $"{Explorer.Explore(new ChannelRing(ring), universe)}\n{ReducedExplorer.Explore(new ChannelRing(ring), universe, Reductions.PartialOrder)}");
    }

    [Fact]
    public void Result_of_a_reduction_by_symmetry_names_the_sorts() => AssertSnapshot(
        "Crowd",
        ReducedExplorer.Explore(new Crowd(), Crowd.UniverseOf(3, [new(Deed.Mark, 0, 0), new(Deed.Hold, 0, 1)]), Reductions.Both).ToString());

    [Fact]
    public void Refusal_names_the_place_and_what_tells_elements_apart()
    {
        var table = new Table(3);
        AssertSnapshot("NotSymmetric", Assert.Throws<NotSymmetricException>(() => ReducedExplorer.Explore(new OrderedService(table), Universe.Of(3, table), Reductions.Symmetry)).Message);
    }

    private static void AssertSnapshot(string name, string actual, [CallerFilePath] string here = "") =>
        SnapshotFile.IsExactly(Path.Combine(Path.GetDirectoryName(here)!, "Snapshots"), name + ".txt", actual + "\n");
}
