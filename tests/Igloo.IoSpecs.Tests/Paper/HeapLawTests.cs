using Igloo.Components;
using Igloo.IoSpecs.Assertions;
using Igloo.IoSpecs.Canonical;
using Igloo.IoSpecs.Heaps;
using static Igloo.IoSpecs.Tests.Paper.Examples;

namespace Igloo.IoSpecs.Tests.Paper;

/// <summary>Single premises of heaps, satisfaction, transitions and schedules, each of which a wrong implementation could drop.</summary>
public sealed class HeapLawTests
{
    private static readonly HeapTransitions Transitions = new(Integers);

    [Fact]
    public void False_has_no_model() => Assert.Equal(SatisfactionVerdict.NotSatisfied, Satisfies(Heap.Empty, Assertion.False));

    [Fact]
    public void Chunk_that_is_ill_typed_satisfies_nothing()
    {
        Assert.Equal(SatisfactionVerdict.Satisfied, Satisfies(Heap.Of(Recv("t", 12, "t1")), new Assertion.Points(Recv("t", 12, "t1"))));
        Assert.Equal(SatisfactionVerdict.NotSatisfied, Satisfies(Heap.Of(Recv("t", "twelve", "t1")), new Assertion.Points(Recv("t", "twelve", "t1"))));
    }

    [Fact]
    public void Infinitely_many_chunks_stay_infinitely_many()
    {
        var chunk = Send("t", 1, "t");
        var infinite = Heap.Of(chunk).Add(chunk, Heap.Infinitely);

        Assert.Equal(Heap.Infinitely, infinite.CountOf(chunk));
        Assert.Equal(Heap.Infinitely, infinite.Remove(chunk).CountOf(chunk));
    }

    [Fact]
    public void Heaps_are_equal_only_with_equal_multiplicities()
    {
        var chunk = Send("t", 1, "t");

        Assert.NotEqual(Heap.Of(chunk), Heap.Of(chunk, chunk));
        Assert.NotEqual(Heap.Of(chunk), Heap.Of(chunk, Send("t", 2, "t")));
        Assert.Equal(Heap.Of(chunk, chunk), Heap.Empty.Add(chunk, 2));
        Assert.Equal(3, Heap.Of(chunk).Plus(Heap.Of(chunk, chunk)).CountOf(chunk));
    }

    [Fact]
    public void Permission_that_is_ill_typed_is_not_contradicted()
    {
        Assert.Equal([null], Transitions.After(Heap.Of(TokenAt("t"), Recv("t", 13, "t1")), Receive(12)));
        Assert.Empty(Transitions.After(Heap.Of(TokenAt("t"), Recv("t", "twelve", "t1")), Receive(12)));
    }

    [Fact]
    public void Split_is_used_up()
    {
        var heap = Heap.Of(TokenAt("t"), TokenAt("t"), new Chunk.Split(new("t"), new("a"), new("b")), Send("a", 1, "a1"), Send("a", 1, "a1"));

        Assert.False(Transitions.HasTrace(heap, [Send(1), Send(1)]));
        Assert.True(Transitions.HasTrace(heap.Add(new Chunk.Split(new("t"), new("a"), new("b"))), [Send(1), Send(1)]));
    }

    [Fact]
    public void Join_is_used_up()
    {
        var heap = Heap.Of(TokenAt("a"), TokenAt("b"), TokenAt("a"), TokenAt("b"), new Chunk.Join(new("a"), new("b"), new("u")), Send("u", 1, "v"), Send("u", 1, "v"));

        Assert.False(Transitions.HasTrace(heap, [Send(1), Send(1)]));
        Assert.True(Transitions.HasTrace(heap.Add(new Chunk.Join(new("a"), new("b"), new("u"))), [Send(1), Send(1)]));
    }

    [Theory]
    [InlineData("ask", 1, true)]
    [InlineData("ask", 2, false)]
    [InlineData("tell", 1, false)]
    public void Witness_answers_its_own_action_only(string operation, int output, bool isOwn)
    {
        var schedule = InputSchedule.Witness([new("ask", 1, "own")], new((_, _, _) => "other"));

        Assert.Equal(isOwn ? "own" : "other", schedule.Input([], operation, output));
        Assert.Equal("other", schedule.Input([new("ask", 1, "another")], operation, output));
    }

    [Fact]
    public void Witness_answers_behind_its_own_past_only()
    {
        var schedule = InputSchedule.Witness([new("ask", 1, "own"), new("ask", 2, "own")], new((_, _, _) => "other"));

        Assert.Equal("own", schedule.Input([new("ask", 1, "own")], "ask", 2));
        Assert.Equal("other", schedule.Input([new("ask", 1, "another")], "ask", 2));
    }

    private static SatisfactionVerdict Satisfies(Heap heap, Assertion assertion) => new Satisfaction(Integers, [default(Unit), 12], [new("t"), new("t1")]).Check(heap, assertion);
}
