using Igloo.Exploring.Tests.Models;
using LeaderElection.Model;

namespace Igloo.Exploring.Tests;

public sealed class GrowthTests
{
    [Theory]
    [InlineData(StateStorage.FullStates)]
    [InlineData(StateStorage.Fingerprints)]
    public void Field_that_grows_without_end_is_named_when_the_search_is_cut(StateStorage storage)
    {
        var found = Explorer.Explore(new Endless(), Universe.Of(1), new() { MaxStates = 2_000, Storage = storage });
        var growing = Assert.Single(found.GrowingFields);

        Assert.Equal(("Log", "size"), (growing.Path, growing.Measure));
        Assert.Contains("seems to grow without end: Log (size", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_over_a_finite_universe_do_not_grow_without_end() =>
        Assert.Empty(Explorer.Explore(Instances.Of<RingProtocol>(4, 4).Single(), new() { MaxDepth = 8 }).GrowingFields);

    [Fact]
    public void Complete_search_names_no_field() =>
        Assert.Empty(Explorer.Explore(Instances.Of<ChangRoberts>(3, 3).Single()).GrowingFields);
}
