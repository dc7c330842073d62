using Igloo.Components;
using Igloo.IoSpecs.Assertions;
using Igloo.IoSpecs.Canonical;
using Igloo.IoSpecs.Heaps;
using Igloo.IoSpecs.Processes;
using static Igloo.IoSpecs.Tests.Paper.Examples;

namespace Igloo.IoSpecs.Tests.Paper;

public sealed class CanonicalModelTests
{
    // P = in(x).Q(x) ⊕ fail.Null, Q(x) = out(x).Null ⊕ (in(y).out(x+y).Null ⊕ drop.Null)
    private static readonly Process P = Process.Or(
        Process.Do("in", default(Unit), x => Q((int)x)),
        () => Process.Do("fail", default(Unit), _ => Process.Null));

    private static readonly Typing Ty = new((operation, output, input) => operation switch
    {
        "in" => output is Unit && input is int,
        "out" => output is int && input is Unit,
        _ => output is Unit && input is Unit,
    });

    // ρ(τ, bio, v) = len(τ) + 1; operations without inputs read the only value there is.
    private static readonly InputSchedule Rho = new((before, operation, _) => operation == "in" ? before.Count + 1 : default(Unit));

    private static readonly Heap Model = CanonicalModel.Of(P, Rho, depth: 3);

    [Fact]
    public void Example_5_10_canonical_model_is_that_of_figure_5()
    {
        Chunk Edge(string operation, string source, object output, object input, string target) =>
            new Chunk.Permission(operation, new(source), output, input, new(target));

        Assert.Equal(
            Heap.Of(
                Edge("in", "ε", default(Unit), 1, "LL"),
                Edge("fail", "ε", default(Unit), default(Unit), "RL"),
                Edge("out", "LL", 1, default(Unit), "LLLL"),
                Edge("in", "LL", default(Unit), 2, "LLRLL"),
                Edge("out", "LLRLL", 3, default(Unit), "LLRLLL"),
                Edge("drop", "LL", default(Unit), default(Unit), "LLRRL")),
            Model);
    }

    [Fact]
    public void Example_5_10_canonical_model_has_the_scheduled_traces_of_the_process()
    {
        IoAction[] trace = [In(1), In(2), Out(3)];

        Assert.True(P.HasTrace(Ty, trace));
        Assert.True(new HeapTransitions(Ty).HasTrace(Model.Add(new Chunk.Token(CanonicalModel.Root)), trace));
    }

    [Fact]
    public void Example_5_10_canonical_model_has_no_other_regular_trace()
    {
        var (fail, drop) = (new IoAction("fail", default(Unit), default(Unit)), new IoAction("drop", default(Unit), default(Unit)));
        IoAction[] actions = [fail, drop, .. Enumerable.Range(0, 5).SelectMany(x => new[] { In(x), Out(x) })];

        Assert.Equal(
            Prefixes([In(1), Out(1)], [In(1), In(2), Out(3)], [In(1), drop], [fail]),
            TracesOf(Model.Add(new Chunk.Token(CanonicalModel.Root)), Ty, actions, length: 4, isRegular: true));
    }

    [Fact]
    public void Example_5_10_canonical_model_satisfies_the_process_assertion() => Assert.Equal(SatisfactionVerdict.Satisfied, Check(Model));

    [Fact]
    public void Example_5_10_nothing_smaller_satisfies_the_process_assertion() =>
        Assert.All(Model.Chunks, chunk => Assert.Equal(SatisfactionVerdict.NotSatisfied, Check(Model.Remove(chunk))));

    [Fact]
    public void Example_5_9_witness_schedule_refuses_what_the_failed_candidate_admits()
    {
        var copy = Process.Do("in", default(Unit), x => Process.Do("out", x, _ => Process.Null));
        IoAction[] spurious = [In(1), Out(0)];
        var witness = InputSchedule.Witness(spurious, Rho);

        Assert.False(new HeapTransitions(Ty).HasTrace(CanonicalModel.WithToken(copy, witness, depth: 2), spurious));
        Assert.True(new HeapTransitions(Ty).HasTrace(CanonicalModel.WithToken(copy, witness, depth: 2), [In(1), Out(1)]));
    }

    [Fact]
    public void Example_5_9_canonical_models_share_exactly_the_traces_of_the_process()
    {
        var copy = Process.Do("in", default(Unit), x => Process.Do("out", x, _ => Process.Null));
        var typing = new Typing((operation, output, input) => operation == "in" ? output is Unit && input is bool : operation == "out" && output is bool && input is Unit);
        IoAction[] actions = [.. new[] { false, true }.SelectMany(x => new IoAction[] { new("in", default(Unit), x), new("out", x, default(Unit)) })];
        var models = new[] { false, true }.Select(x => CanonicalModel.WithToken(copy, new((_, operation, _) => operation == "in" ? x : default(Unit)), depth: 3));

        var common = models.Select(m => TracesOf(m, typing, actions, length: 3, isRegular: false)).Aggregate((a, b) => a.Intersect(b).ToHashSet());

        Assert.Equal(Prefixes([actions[0], actions[1]], [actions[2], actions[3]]), common);
    }

    [Fact]
    public void Lemma_5_6_holds_of_infinitely_many_values()
    {
        // Of a heap that is finite, some number is missing: both say so.
        static IEnumerable<object> Naturals()
        {
            for (var n = 0; ; n++) yield return n;
        }

        Place[] places = [new("t"), new("u")];
        var satisfaction = new Satisfaction(Integers, [default(Unit)], places);
        var heap = Heap.Of(Enumerable.Range(0, 20).Select(n => Examples.Send("t", n, "u")));
        Process Sending(object n) => Process.Do("send", n, _ => Process.Null);

        Assert.Equal(SatisfactionVerdict.NotSatisfied, satisfaction.Check(heap, Embedding.At(Process.Any(Naturals(), Sending), places[0])));
        Assert.Equal(SatisfactionVerdict.NotSatisfied, satisfaction.Check(heap, Assertion.Iterated(Naturals(), n => Embedding.At(Sending(n), places[0]))));
    }

    [Fact]
    public void Canonical_model_of_an_infinite_process_has_its_traces_up_to_the_depth()
    {
        var model = CanonicalModel.WithToken(Summing(0), new((before, operation, _) => operation == "recv" ? before.Count + 1 : default(Unit)), depth: 6);
        var transitions = new HeapTransitions(Integers);
        IoAction[] trace = [Receive(1), Send(1), Receive(3), Send(4), Receive(5), Send(9)];

        Assert.True(transitions.HasTrace(model, trace));
        Assert.False(transitions.HasTrace(model, [.. trace, Receive(7)]));
    }

    [Fact]
    public void Witness_schedule_reads_elsewhere_off_its_trace()
    {
        var witness = InputSchedule.Witness([In(5), Out(5)], Rho);

        Assert.Equal(5, witness.Input([], "in", default(Unit)));
        Assert.Equal(2, witness.Input([In(4)], "in", default(Unit)));
        Assert.Equal(3, witness.Input([In(5), Out(5)], "in", default(Unit)));
    }

    [Fact]
    public void Looping_heap_satisfies_an_infinite_process_when_its_chunk_is_there_infinitely_often()
    {
        var system = new IoGuardedSystem<int>([("send", 1)], (_, _, _) => true, (s, _) => s, Integers);
        var satisfaction = new Satisfaction(Integers, [default(Unit)], [new("t")]);
        var assertion = Embedding.At(system.ToProcess(0), new("t"));

        Assert.Equal(SatisfactionVerdict.Satisfied, satisfaction.Check(Heap.Empty.Add(Examples.Send("t", 1, "t"), Heap.Infinitely), assertion));
        Assert.Equal(SatisfactionVerdict.NotSatisfied, satisfaction.Check(Heap.Empty.Add(Examples.Send("t", 1, "t"), 5), assertion));
    }

    private static Process Q(int x) => Process.Or(
        Process.Do("out", x, _ => Process.Null),
        () => Process.Or(
            Process.Do("in", default(Unit), y => Process.Do("out", x + (int)y, _ => Process.Null)),
            () => Process.Do("drop", default(Unit), _ => Process.Null)));

    private static IoAction In(int x) => new("in", default(Unit), x);

    private static IoAction Out(int x) => new("out", x, default(Unit));

    private static SatisfactionVerdict Check(Heap heap) =>
        new Satisfaction(Ty, [default(Unit), 1, 2], [.. heap.Places])
            .Check(heap, Embedding.At(P, CanonicalModel.Root));
}
