using Igloo.IoSpecs.Heaps;
using static Igloo.IoSpecs.Tests.Paper.Examples;

namespace Igloo.IoSpecs.Tests.Splitting;

/// <summary>The rules Split and Join.</summary>
public sealed class SplitTransitionTests
{
    private static readonly HeapTransitions Transitions = new(Integers);

    // Two sends side by side, then a third that needs both.
    private static readonly Heap Fork = Heap.Of(
        TokenAt("t"), new Chunk.Split(new("t"), new("a"), new("b")), Send("a", 1, "a1"), Send("b", 2, "b1"), new Chunk.Join(new("a1"), new("b1"), new("u")), Send("u", 3, "v"));

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public void Two_tokens_move_in_any_order_and_join(int first, int second) =>
        Assert.True(Transitions.HasTrace(Fork, [Send(first), Send(second), Send(3)]));

    [Fact]
    public void Join_waits_for_both_tokens() => Assert.False(Transitions.HasTrace(Fork, [Send(1), Send(3)]));

    [Fact]
    public void Split_needs_the_token() => Assert.False(Transitions.HasTrace(Fork.Remove(TokenAt("t")), [Send(1)]));

    [Fact]
    public void Join_of_a_place_with_itself_needs_two_tokens()
    {
        var heap = Heap.Of(TokenAt("t"), new Chunk.Join(new("t"), new("t"), new("u")), Send("u", 1, "v"));

        Assert.False(Transitions.HasTrace(heap, [Send(1)]));
        Assert.True(Transitions.HasTrace(heap.Add(TokenAt("t")), [Send(1)]));
    }

    [Fact]
    public void Split_can_serve_once() => Assert.False(Transitions.HasTrace(Fork.Add(Send("a", 1, "a1")), [Send(1), Send(1)]));

    [Fact]
    public void Splits_without_end_are_refused()
    {
        var heap = Heap.Of(TokenAt("t")).Add(new Chunk.Split(new("t"), new("t"), new("t")), Heap.Infinitely);

        Assert.Throws<InvalidOperationException>(() => Transitions.HasTrace(heap, [Send(1)]));
    }
}
