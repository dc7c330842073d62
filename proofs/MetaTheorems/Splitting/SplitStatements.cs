using Igloo.IoSpecs;
using Igloo.IoSpecs.Assertions;
using Igloo.IoSpecs.Canonical;
using Igloo.IoSpecs.Heaps;
using Igloo.IoSpecs.Splitting;
using MetaTheorems.IoSpecifications;
using MetaTheorems.Sampling;

namespace MetaTheorems.Splitting;

/// <summary>Statements about splits of one random system: our extension.</summary>
internal static class SplitStatements
{
    private const int Depth = 3;
    private const int FiniteDepth = 4;
    private const int Budget = 2_000_000;
    private const int LargestModel = 150;

    // Most systems with few are independent, those with many are not.
    private const int FewAccidents = 4;

    /// <summary>Independent sides: the shuffles of their traces are exactly the traces of the system.</summary>
    /// <param name="sample">The case.</param>
    /// <param name="accepts">Which verdicts count as independent; by default only that one.</param>
    /// <param name="accidents">How many transitions, of a hundred, look over to the other side.</param>
    /// <param name="considered">The actions for which the obligations are decided; by default all.</param>
    public static Outcome ShufflesAreTraces(Sample sample, Func<IndependenceVerdict, bool>? accepts = null, int accidents = FewAccidents, Func<IoAction, bool>? considered = null)
    {
        var split = SplitSystem.Random(sample, accidents);
        var verdict = split.Check(Actions.All.Where(considered ?? (_ => true)));
        if (!(accepts ?? (v => v is IndependenceVerdict.Independent))(verdict)) return Outcome.Vacuous;
        var (first, second) = (split.System.Only(SplitSystem.IsFirst), split.System.Only((b, v) => !SplitSystem.IsFirst(b, v)));
        var mixed = 0;
        foreach (var trace in Actions.Sequences(Depth + 1))
        {
            var isTrace = split.System.HasTrace((0, 0), trace);
            var isShuffle = first.HasTrace((0, 0), trace.Where(IsFirst)) && second.HasTrace((0, 0), trace.Where(a => !IsFirst(a)));
            if (isTrace != isShuffle) return Outcome.Contradicted($"{Actions.Text(trace)} is {(isTrace ? "a trace, and no shuffle" : "a shuffle, and no trace")}; {verdict}");
            if (isTrace && trace.Any(IsFirst) && !trace.All(IsFirst)) mixed++;
        }

        return mixed > 0 ? Outcome.Confirmed : Outcome.Vacuous;
    }

    /// <summary>Both inclusions of traces(split specification) = traces(G), on canonical models with joins, per trace.</summary>
    /// <param name="sample">The case.</param>
    /// <param name="accepts">Which verdicts count as independent; by default only that one.</param>
    /// <param name="accidents">How many transitions, of a hundred, look over to the other side.</param>
    public static Outcome CanonicalModelsHaveTheTraces(Sample sample, Func<IndependenceVerdict, bool>? accepts = null, int accidents = FewAccidents)
    {
        var split = SplitSystem.Random(sample, accidents);
        var verdict = split.Check(Actions.All);
        if (!(accepts ?? (v => v is IndependenceVerdict.Independent))(verdict)) return Outcome.Vacuous;
        var transitions = new HeapTransitions(split.Typing);
        var random = new Random(sample.Seed);
        var some = SplitModels.Of(split, [], HeapModels.Schedule(split.Typing, random.Next()), Depth);
        var (accepted, refused) = (0, 0);
        foreach (var trace in Actions.Sequences(Depth).Where(t => t.All(split.Typing.Contains)))
        {
            var witness = SplitModels.Of(split, [.. trace], HeapModels.Schedule(split.Typing, random.Next()), trace.Length);
            if (split.System.HasTrace((0, 0), trace))
            {
                accepted++;
                if (!transitions.AllHaveTrace([some, witness], trace)) return Outcome.Contradicted($"{Actions.Text(trace)} is a trace of the system, but not of every model; {verdict}");
            }
            else
            {
                refused++;
                if (transitions.HasTrace(witness, trace)) return Outcome.Contradicted($"{Actions.Text(trace)} is no trace of the system, but one of the model of its witness; {verdict}");
            }
        }

        return accepted > 1 && refused > 1 ? Outcome.Confirmed : Outcome.Vacuous;
    }

    /// <summary>The canonical models are models of the split specification, and without one of their joins they are none.</summary>
    public static Outcome CanonicalModelsAreModels(Sample sample)
    {
        var split = SplitSystem.Random(sample, accidents: 0, isFinite: true);
        var heap = SplitModels.Of(split, [], HeapModels.Schedule(split.Typing, sample.Seed), FiniteDepth);
        var assertion = SplitEmbedding.At(split.System, SplitSystem.IsFirst, (0, 0), CanonicalModel.Root);
        var satisfaction = new Satisfaction(split.Typing, Actions.Values, [.. heap.Places], Budget);
        if (heap.Chunks.Count() > LargestModel) return Outcome.Vacuous;
        var verdict = satisfaction.Check(heap, assertion);
        if (verdict == SatisfactionVerdict.NotSatisfied) return Outcome.Contradicted($"{heap} is no model");
        if (verdict == SatisfactionVerdict.Undecided || heap.Chunks.OfType<Chunk.Join>().Count() < 2) return Outcome.Vacuous;
        return satisfaction.Check(heap.Remove(heap.Chunks.OfType<Chunk.Join>().First()), assertion) == SatisfactionVerdict.Satisfied
            ? Outcome.Contradicted("a join may be left out")
            : Outcome.Confirmed;
    }

    private static bool IsFirst(IoAction action) => SplitSystem.IsFirst(action.Operation, action.Output);
}
