using Igloo.Components;
using Igloo.IoSpecs.Assertions;
using Igloo.IoSpecs.Heaps;
using static Igloo.IoSpecs.Tests.Paper.Examples;

namespace Igloo.IoSpecs.Tests.Paper;

public sealed class HeapExampleTests
{
    private static readonly Heap H1 = Heap.Of(TokenAt("t"), Recv("t", 12, "t1"), Send("t1", 24, "t2"));
    private static readonly Heap H2 = Heap.Of(TokenAt("t"), Recv("t", 12, "t"), Send("t", 24, "t"));
    private static readonly Heap H3 = H1.Add(Send("t1", 35, "t2"));
    private static readonly Heap Other = Heap.Of(TokenAt("t"), Recv("t", 19, "t1"), Send("t1", 38, "t2"));
    private static readonly HeapTransitions Transitions = new(Integers);

    public static TheoryData<Heap> ModelsOfTheDouble() => [H1, H2, H3, Other];

    public static TheoryData<Heap> NoModelsOfTheDouble() =>
    [
        Heap.Empty,
        Heap.Of(TokenAt("t"), Recv("t", 12, "t1"), Send("t1", 25, "t2")),
        Heap.Of(TokenAt("t"), Recv("t", 12, "t1"), Send("t2", 24, "t3")),
        Heap.Of(TokenAt("t1"), Recv("t", 12, "t1"), Send("t1", 24, "t2")),
        Heap.Of(TokenAt("t"), Recv("t", "twelve", "t1"), Send("t1", 24, "t2")),
    ];

    [Fact]
    public void Example_2_5_allows_to_receive_a_number_and_then_to_send_its_double()
    {
        var process = Processes.Process.Do("recv", default(Unit), x => Processes.Process.Do("send", 2 * (int)x, _ => Processes.Process.Null));

        Assert.All(ModelsOfTheDouble().Select(row => row.Data), heap => Assert.True(Transitions.HasTrace(heap, [Receive(12), Send(24)])));
        Assert.Equal(
            SatisfactionVerdict.Satisfied,
            new Satisfaction(Integers, [default(Unit), .. Numbers], Places).Check(H1, Processes.Embedding.Of(process)));
        Assert.False(Transitions.AllHaveTrace([H1, H2], [Send(24)]));
    }

    [Fact]
    public void Example_2_6_has_exactly_the_traces_that_sum_up()
    {
        var transitions = new HeapTransitions(Integers);
        Heap Model(params IoAction[] trace) => Canonical.CanonicalModel.WithToken(
            Summing(0), Canonical.InputSchedule.Witness(trace, new((_, operation, _) => operation == "recv" ? 0 : default(Unit))), trace.Length);
        bool IsTrace(params IoAction[] trace) => transitions.HasTrace(Model(trace), trace);

        Assert.True(IsTrace(Receive(1), Send(1), Receive(5), Send(6), Receive(-2)));
        Assert.False(IsTrace(Receive(1), Send(2)));
        Assert.False(IsTrace(Receive(0), Send(0)));
        Assert.False(IsTrace(Receive(1), Receive(2)));
    }

    [Theory]
    [MemberData(nameof(ModelsOfTheDouble))]
    public void Example_5_2_heap_is_a_model(Heap heap) =>
        Assert.Equal(SatisfactionVerdict.Satisfied, Satisfies.Check(heap, Double(new("t"))));

    [Theory]
    [MemberData(nameof(NoModelsOfTheDouble))]
    public void Example_5_2_heap_is_no_model(Heap heap) =>
        Assert.Equal(SatisfactionVerdict.NotSatisfied, Satisfies.Check(heap, Double(new("t"))));

    [Fact]
    public void Lemma_5_1_more_chunks_satisfy_no_less() =>
        Assert.Equal(SatisfactionVerdict.Satisfied, Satisfies.Check(H1.Plus(Other).Add(TokenAt("t3")), Double(new("t"))));

    [Fact]
    public void Example_5_3_heap_has_its_regular_trace() => Assert.True(Transitions.HasTrace(H1, [Receive(12), Send(24)]));

    [Fact]
    public void Example_5_3_first_heap_has_no_other_send() => Assert.False(Transitions.HasTrace(H1, [Receive(12), Send(35)]));

    [Fact]
    public void Example_5_3_aliased_places_invert_the_order() => Assert.True(Transitions.HasTrace(H2, [Send(24), Receive(12)]));

    [Fact]
    public void Example_5_3_extra_chunk_sends_something_else() => Assert.True(Transitions.HasTrace(H3, [Receive(12), Send(35)]));

    [Fact]
    public void Example_5_3_unpredicted_input_allows_anything_well_typed() =>
        Assert.True(Transitions.HasTrace(H1, [Receive(19), Send(1), Send(2), Receive(3)]));

    [Fact]
    public void Example_5_3_unpredicted_input_allows_nothing_ill_typed() =>
        Assert.False(Transitions.HasTrace(H1, [Receive(19), Receive("three")]));

    [Fact]
    public void Example_5_3_ill_typed_input_contradicts_nothing() => Assert.False(Transitions.HasTrace(H1, [Receive("nineteen")]));

    [Fact]
    public void Example_5_3_all_models_share_only_the_intended_traces()
    {
        var models = new[] { H1, H2, H3, Other }.Concat(Enumerable.Range(0, 20).Select(x => Heap.Of(TokenAt("t"), Recv("t", x, "t1"), Send("t1", 2 * x, "t2")))).ToArray();

        Assert.All(Enumerable.Range(0, 20), x => Assert.True(Transitions.AllHaveTrace(models, [Receive(x), Send(2 * x)])));
        Assert.All(Enumerable.Range(0, 20), x => Assert.False(Transitions.AllHaveTrace(models, [Receive(x), Send((2 * x) + 1)])));
        Assert.False(Transitions.AllHaveTrace(models, [Send(24)]));
    }

    [Fact]
    public void No_model_has_every_trace() => Assert.True(Transitions.AllHaveTrace([], [Send(1), Receive(0)]));

    [Fact]
    public void Chunk_cannot_serve_twice()
    {
        var heap = Heap.Of(TokenAt("t"), Send("t", 1, "t"));

        Assert.True(Transitions.HasTrace(heap, [Send(1)]));
        Assert.False(Transitions.HasTrace(heap, [Send(1), Send(1)]));
    }

    [Fact]
    public void Chunk_serves_for_ever_when_infinitely_often()
    {
        var heap = Heap.Of(TokenAt("t")).Add(Send("t", 1, "t"), Heap.Infinitely);

        Assert.True(Transitions.HasTrace(heap, Enumerable.Repeat(Send(1), 50)));
    }

    [Fact]
    public void Example_2_6_has_a_finite_model_when_the_input_is_not_positive() =>
        Assert.Equal(SatisfactionVerdict.Satisfied, Satisfies.Check(Heap.Of(TokenAt("t"), Recv("t", 0, "t1")), Sums(new("t"))));

    [Fact]
    public void Example_2_6_has_a_finite_model_after_two_rounds()
    {
        var heap = Heap.Of(TokenAt("t"), Recv("t", 1, "t1"), Send("t1", 1, "t2"), Recv("t2", -1, "t3"));

        Assert.Equal(SatisfactionVerdict.Satisfied, Satisfies.Check(heap, Sums(new("t"))));
        Assert.Equal(SatisfactionVerdict.NotSatisfied, Satisfies.Check(heap.Remove(Send("t1", 1, "t2")), Sums(new("t"))));
    }

    [Fact]
    public void Example_2_6_has_no_finite_model_while_inputs_stay_positive() =>
        Assert.Equal(SatisfactionVerdict.NotSatisfied, Satisfies.Check(Heap.Of(TokenAt("t"), Recv("t", 1, "t1"), Send("t1", 1, "t2")), Sums(new("t"))));

    [Fact]
    public void Infinite_specification_is_satisfied_by_an_infinite_multiplicity()
    {
        var forever = Forever(new("t"));

        Assert.Equal(SatisfactionVerdict.Satisfied, Satisfies.Check(Heap.Empty.Add(Send("t", 1, "t"), Heap.Infinitely), forever));
        Assert.Equal(SatisfactionVerdict.NotSatisfied, Satisfies.Check(Heap.Empty.Add(Send("t", 1, "t"), 3), forever));
    }

    [Fact]
    public void Infinite_specification_needs_infinitely_much_of_all_it_takes_on_the_way_round()
    {
        var pairs = Pairs(new("t"));
        var once = Heap.Empty.Add(Send("t", 1, "t"), Heap.Infinitely).Add(Send("t", 2, "t"));

        Assert.Equal(SatisfactionVerdict.NotSatisfied, Satisfies.Check(once, pairs));
        Assert.Equal(SatisfactionVerdict.Satisfied, Satisfies.Check(once.Add(Send("t", 2, "t"), Heap.Infinitely), pairs));
    }

    [Fact]
    public void Infinite_unfolding_that_never_comes_round_is_undecided()
    {
        var counting = Counting(new("t"), 0);

        Assert.Equal(SatisfactionVerdict.Undecided, Satisfies.Check(Heap.Empty.Add(Send("t", 1, "t"), Heap.Infinitely), counting));
    }

    [Fact]
    public void Check_says_so_when_its_budget_ends() =>
        Assert.Equal(SatisfactionVerdict.Undecided, new Satisfaction(Integers, Numbers, Places, budget: 50).Check(H1.Remove(Send("t1", 24, "t2")), Double(new("t"))));

    [Fact]
    public void Example_5_9_tree_shaped_heap_has_a_spurious_trace()
    {
        Chunk In(bool x, string t) => new Chunk.Permission("in", new("ε"), default(Unit), x, new(t));
        Chunk Out(bool x, string s, string t) => new Chunk.Permission("out", new(s), x, default(Unit), new(t));
        var heap = Heap.Of(TokenAt("ε"), In(false, "L"), Out(false, "L", "LL"), In(true, "R"), Out(true, "R", "RL"));
        IoAction[] spurious = [new("in", default(Unit), true), new("out", false, default(Unit))];
        var process = Processes.Process.Do("in", default(Unit), x => Processes.Process.Do("out", x, _ => Processes.Process.Null));

        Assert.True(Transitions.HasTrace(heap, spurious));
        Assert.False(process.HasTrace(Integers, spurious));
    }

    private static Assertion.Predicate Forever(Place t) =>
        new("Forever", [t], () => Assertion.Star(new Assertion.Points(Send("t", 1, "t")), () => Forever(t)));

    // The recursion stands between the two chunks of a round.
    private static Assertion.Predicate Pairs(Place t) => new("Pairs", [t], () => Assertion.Star(
        new Assertion.Points(Send("t", 1, "t")),
        () => Assertion.Star(Pairs(t), () => new Assertion.Points(Send("t", 2, "t")))));

    private static Assertion.Predicate Counting(Place t, int n) => new("Counting", [t, n], () =>
        new Assertion.ExistsPlace("t'", u => Assertion.Star(new Assertion.Points(Send("t", 1, "t")), () => Counting(u, n + 1))));
}
