using Igloo.Exploring.Packed;
using Igloo.Exploring.Tests.Packed.Models;

namespace Igloo.Exploring.Tests.Packed;

public sealed class WorkersTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Result_does_not_depend_on_the_number_of_workers(int workers)
    {
        var packed = SameAsReference.Packed(new Channels(), Universe.Of(2));
        var (one, many) = (PackedSearch.Run(packed), PackedSearch.Run(packed, new() { Workers = workers }));

        Assert.Equal((one.States, one.Generated, one.Depth), (many.States, many.Generated, many.Depth));
        Assert.Equal(one.Events, many.Events);
        Assert.Equal(one.Violations.Select(v => (v.Name, v.Run)), many.Violations.Select(v => (v.Name, v.Run)));
        Assert.Equal(one.Goals.Select(g => (g.Property.Name, g.Witness)), many.Goals.Select(g => (g.Property.Name, g.Witness)));
        Assert.Equal(one.Deadlock, many.Deadlock);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Limit_on_states_is_met_exactly_and_is_no_proof(int workers)
    {
        var found = PackedSearch.Run(SameAsReference.Packed(new Channels(), Universe.Of(2)), new() { MaxStates = 500, Workers = workers });

        Assert.Equal((500, Completeness.CutByStates, false), (found.States, found.Completeness, found.Holds));
    }

    [Fact]
    public void Search_is_complete_when_the_limit_is_exactly_its_size()
    {
        var packed = SameAsReference.Packed(new Channels(), Universe.Of(2));
        var all = PackedSearch.Run(packed);

        Assert.True(PackedSearch.Run(packed, new() { MaxStates = all.States, MaxDepth = all.Depth }).IsComplete);
        Assert.Equal(Completeness.CutByStates, PackedSearch.Run(packed, new() { MaxStates = all.States - 1 }).Completeness);
        Assert.Equal(Completeness.CutByDepth, PackedSearch.Run(packed, new() { MaxDepth = all.Depth - 1 }).Completeness);
    }

    [Fact]
    public void Cancelled_search_gives_its_partial_result()
    {
        var found = PackedSearch.Run(SameAsReference.Packed(new Channels(), Universe.Of(2)), new() { Cancellation = new CancellationToken(canceled: true) });

        Assert.Equal((Completeness.Cancelled, 1, false), (found.Completeness, found.States, found.Holds));
    }

    [Fact]
    public void Limit_on_memory_cuts_the_search() =>
        Assert.Equal(Completeness.CutByMemory, PackedSearch.Run(SameAsReference.Packed(new Channels(), Universe.Of(2)), new() { MaxMemory = 1 }).Completeness);

    [Fact]
    public void Progress_is_told_at_the_end()
    {
        var told = new Listener();
        var found = PackedSearch.Run(SameAsReference.Packed(new Channels(), Universe.Of(2)), new() { Progress = told });

        Assert.Equal((found.States, found.Generated, 0L, found.Depth), (told.Last!.States, told.Last.Generated, told.Last.Queue, told.Last.Depth));
    }

    private sealed class Listener : IProgress<ExplorationProgress>
    {
        public ExplorationProgress? Last { get; private set; }

        public void Report(ExplorationProgress value) => Last = value;
    }
}
