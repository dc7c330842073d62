using Igloo.IoSpecs.Assertions;
using Igloo.IoSpecs.Heaps;
using Igloo.IoSpecs.Processes;

namespace Igloo.IoSpecs.Tests.Paper;

public sealed class CorrectnessTests
{
    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Theorem_5_5_process_has_exactly_the_traces_of_the_system(int seed)
    {
        var random = new RandomSystem(new Random(seed), isFinite: false);
        var process = random.System.ToProcess(0);
        var accepted = 0;

        foreach (var trace in RandomSystem.Sequences(4))
        {
            var isTrace = random.System.HasTrace(0, trace);
            accepted += isTrace ? 1 : 0;
            Assert.True(isTrace == process.HasTrace(random.Typing, trace), $"seed {seed}: {string.Join(' ', trace.Select(a => a.ToString()))}");
        }

        Assert.InRange(accepted, 1, 4_000);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Proposition_5_8_every_trace_of_the_process_is_one_of_every_model(int seed)
    {
        var choices = new Random(seed);
        var random = new RandomSystem(choices, isFinite: true);
        var process = random.System.ToProcess(0);
        var transitions = new HeapTransitions(random.Typing);
        Place[] places = [new("p"), new("q")];
        Heap[] models = [.. Enumerable.Range(0, 5).Select(_ => random.ModelOf(process, places[0], choices, places).Add(new Chunk.Token(places[0])))];

        foreach (var trace in RandomSystem.Sequences(3).Where(t => process.HasTrace(random.Typing, t)))
        {
            Assert.True(transitions.AllHaveTrace(models, trace), $"seed {seed}: {string.Join(' ', trace.Select(a => a.ToString()))}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Embedding_is_satisfied_by_its_models_and_by_nothing_smaller(int seed)
    {
        var choices = new Random(seed);
        var random = new RandomSystem(choices, isFinite: true);
        var process = random.System.ToProcess(0);
        Place[] places = [new("p"), new("q")];
        var model = random.ModelOf(process, places[0], choices, places).Add(new Chunk.Token(places[0]));
        var checks = new Satisfaction(random.Typing, [0, 1], [.. model.Chunks.OfType<Chunk.Permission>().SelectMany(c => new[] { c.Source, c.Target }).Append(places[0]).Distinct()], budget: 20_000);

        Assert.NotEqual(SatisfactionVerdict.NotSatisfied, checks.Check(model, Embedding.Of(process)));
        Assert.Equal(SatisfactionVerdict.NotSatisfied, checks.Check(Heap.Empty, Embedding.Of(process)));
    }

    [Fact]
    public void Lemma_5_6_countable_choice_becomes_iterated_conjunction()
    {
        var typing = new Typing((_, _, _) => true);
        var choice = Process.Any([1, 2], v => Process.Do("a", v, _ => Process.Null));
        Place t = new("t"), u = new("u");
        Chunk Permission(int v) => new Chunk.Permission("a", t, v, 0, u);
        var iterated = Assertion.Iterated([1, 2], v => Embedding.At(Process.Do("a", v, _ => Process.Null), t));
        var checks = new Satisfaction(typing, [0], [t, u]);

        foreach (var heap in new[] { Heap.Of(Permission(1), Permission(2)), Heap.Of(Permission(1)), Heap.Of(Permission(2)), Heap.Empty })
        {
            Assert.Equal(checks.Check(heap, Embedding.At(choice, t)), checks.Check(heap, iterated));
        }
    }
}
