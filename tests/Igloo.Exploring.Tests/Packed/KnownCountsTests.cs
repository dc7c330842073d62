using Igloo.Exploring.Packed;
using TwoPhase.Model;

namespace Igloo.Exploring.Tests.Packed;

/// <summary>Counts that other model checkers find as well.</summary>
public sealed class KnownCountsTests
{
    [Theory]
    [InlineData(3, 288, 1_146, 11, 1)]
    [InlineData(5, 8_832, 58_146, 17, 1)]
    [InlineData(5, 8_832, 58_146, 17, 2)]
    [InlineData(7, 296_448, 2_744_706, 23, 1)]
    [InlineData(7, 296_448, 2_744_706, 23, 3)]
    [InlineData(8, 1_745_408, 18_507_778, 26, 1)]
    public void Two_phase_commit(int managers, int states, long generated, int depth, int workers) =>
        AssertCounts<TwoPhaseCommit>(managers, states, generated, depth, new() { Workers = workers });

    [Theory]
    [InlineData(3, 137, 227, 10, 1)]
    [InlineData(4, 823, 1_791, 15, 1)]
    [InlineData(6, 40_261, 138_221, 28, 1)]
    [InlineData(6, 40_261, 138_221, 28, 4)]
    [InlineData(8, 3_095_363, 15_292_587, 45, 1)]
    public void Ring_with_initiators(int nodes, int states, long generated, int depth, int workers) =>
        AssertCounts<ChangRoberts>(nodes, states, generated, depth, new() { Workers = workers });

    [Fact]
    public void Counts_are_the_same_with_fingerprints()
    {
        var instance = Instances.Of<ChangRoberts>(7, 7).Single();
        var packed = SameAsReference.Packed(instance.As<EventSystem>(), instance.Universe);
        var (full, marked) = (PackedSearch.Run(packed), PackedSearch.Run(packed, new() { Storage = StateStorage.Fingerprints }));

        Assert.Equal((full.States, full.Generated, full.Depth, full.Completeness), (marked.States, marked.Generated, marked.Depth, marked.Completeness));
        Assert.Null(full.CollisionOdds);
        Assert.InRange(marked.CollisionOdds!.Value, 1e-9, 1e-8);
    }

    private static Exploration AssertCounts<TModel>(int size, int states, long generated, int depth, ExplorationOptions options)
    {
        var instance = Instances.Of<TModel>(size, size).Single();
        var found = PackedSearch.Run(SameAsReference.Packed(instance.As<EventSystem>(), instance.Universe), options, instance.Subject);

        Assert.Equal((states, generated, depth, Completeness.Complete), (found.States, found.Generated, found.Depth, found.Completeness));
        Assert.Empty(found.Violations);
        return found;
    }
}
