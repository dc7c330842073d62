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
    private static readonly IoAction[] Actions = [.. Numbers.Select(Receive), .. Numbers.Select(x => Examples.Send(x))];

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

    [Theory]
    [MemberData(nameof(ModelsOfTheDouble))]
    public void Example_5_2_heap_is_a_model(Heap heap) =>
        Assert.Equal(SatisfactionVerdict.Satisfied, Satisfies.Check(heap, Double(new("t"))));

    [Theory]
    [MemberData(nameof(NoModelsOfTheDouble))]
    public void Example_5_2_heap_is_no_model(Heap heap) =>
        Assert.Equal(SatisfactionVerdict.NotSatisfied, Satisfies.Check(heap, Double(new("t"))));

    [Fact]
    public void Example_5_2_all_models_have_the_form_of_a_double_and_a_rest()
    {
        Place[] places = [new("t"), new("u")];
        object[] numbers = [1, 2];
        Chunk[] pool =
        [
            .. places.Select(p => new Chunk.Token(p)),
            .. from p in places from x in numbers from q in places select Recv(p.Name, x, q.Name),
            .. from p in places from x in (object[])[2, 3, 4] from q in places select Send(p.Name, x, q.Name),
        ];
        var satisfaction = new Satisfaction(Integers, numbers, places);
        var (models, others) = (0, 0);

        foreach (var heap in Subsets(pool, 4).Select(chunks => Heap.Of(chunks)))
        {
            var hasForm = heap.Contains(TokenAt("t")) && heap.Chunks.OfType<Chunk.Permission>().Any(r =>
                r is { Operation: "recv", Source.Name: "t" } && heap.Chunks.OfType<Chunk.Permission>().Any(c => c.Operation == "send" && c.Source == r.Target && c.Output.Equals(2 * (int)r.Input)));

            Assert.Equal(hasForm ? SatisfactionVerdict.Satisfied : SatisfactionVerdict.NotSatisfied, satisfaction.Check(heap, Double(new("t"))));
            if (hasForm) models++;
            else others++;
        }

        Assert.True(models > 100 && others > 1_000, $"{models} models, {others} others");
    }

    [Fact]
    public void Lemma_5_1_more_chunks_satisfy_no_less() =>
        Assert.Equal(SatisfactionVerdict.Satisfied, Satisfies.Check(H1.Plus(Other).Add(TokenAt("t3")), Double(new("t"))));

    [Fact]
    public void Example_5_3_regular_traces_are_those_of_the_paper()
    {
        IoAction[] intended = [Receive(12), Send(24)];

        Assert.Equal(Prefixes(intended), Regular(H1));
        Assert.Equal(Prefixes(intended, [Send(24), Receive(12)]), Regular(H2));
        Assert.Equal(Prefixes(intended, [Receive(12), Send(35)]), Regular(H3));
    }

    [Fact]
    public void Example_5_3_chaotic_traces_begin_with_another_input_and_go_on_with_anything()
    {
        var chaotic = from other in Actions where other.Operation == "recv" && !other.Input.Equals(12) from then in Actions select (IoAction[])[other, then];

        Assert.Equal(
            Regular(H1).Concat(Prefixes([.. chaotic])).ToHashSet(),
            TracesOf(H1, Integers, Actions, length: 2, isRegular: false));
    }

    [Fact]
    public void Example_5_3_two_models_have_their_regular_traces_in_common_and_without_the_chaotic_ones_only_the_empty_trace()
    {
        // The paper says it of the two predicted inputs: what begins with a third one is chaotic in both.
        IoAction[] actions = [.. Actions.Where(a => a.Operation == "send" || a.Input is 12 or 19)];
        var common = TracesOf(H1, Integers, actions, length: 2, isRegular: false).Intersect(TracesOf(Other, Integers, actions, length: 2, isRegular: false));

        Assert.Equal(Prefixes([Receive(12), Send(24)], [Receive(19), Send(38)]), common.ToHashSet());
        Assert.True(Transitions.AllHaveTrace([H1, Other], [Receive(7), Send(1)]));
        Assert.Equal([""], Regular(H1).Intersect(Regular(Other)));
    }

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

        // It is a model, and its traces are ε and whatever begins with an input: more than those of P.
        var typing = new Typing((operation, output, input) => operation == "in" ? output is Unit && input is bool : operation == "out" && output is bool && input is Unit);
        IoAction[] actions = [.. new[] { false, true }.SelectMany(x => new IoAction[] { new("in", default(Unit), x), new("out", x, default(Unit)) })];
        var anything = from first in actions where first.Operation == "in" from second in actions from third in actions select (IoAction[])[first, second, third];
        Assert.Equal(SatisfactionVerdict.Satisfied, new Satisfaction(typing, [default(Unit), false, true], [.. heap.Places]).Check(heap, Processes.Embedding.At(process, new("ε"))));
        Assert.Equal(Prefixes([.. anything]), TracesOf(heap, typing, actions, length: 3, isRegular: false));
    }

    private static IReadOnlySet<string> Regular(Heap heap) => TracesOf(heap, Integers, Actions, length: 3, isRegular: true);

    private static IEnumerable<Chunk[]> Subsets(Chunk[] pool, int size) =>
        size == 0 ? [[]] : Subsets(pool, size - 1).SelectMany(s => s.Length < size - 1 ? [s] : pool.Skip(s.Length == 0 ? 0 : Array.IndexOf(pool, s[^1]) + 1).Select(c => (Chunk[])[.. s, c]).Prepend(s));

    private static Assertion.Predicate Forever(Place t) =>
        new("Forever", [t], () => Assertion.Star(new Assertion.Points(Send("t", 1, "t")), () => Forever(t)));

    // The recursion stands between the two chunks of a round.
    private static Assertion.Predicate Pairs(Place t) => new("Pairs", [t], () => Assertion.Star(
        new Assertion.Points(Send("t", 1, "t")),
        () => Assertion.Star(Pairs(t), () => new Assertion.Points(Send("t", 2, "t")))));

    private static Assertion.Predicate Counting(Place t, int n) => new("Counting", [t, n], () =>
        new Assertion.ExistsPlace("t'", u => Assertion.Star(new Assertion.Points(Send("t", 1, "t")), () => Counting(u, n + 1))));
}
