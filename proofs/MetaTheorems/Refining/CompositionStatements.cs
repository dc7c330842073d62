using System.Collections.Immutable;
using MetaTheorems.Sampling;

namespace MetaTheorems.Refining;

/// <summary>Theorem 2.3, corollary 2.4 and their indexed versions about one random case.</summary>
internal static class CompositionStatements
{
    private const int Length = 3;
    private const int Indices = 3;

    /// <summary>Theorem 2.3: traces(E₁ ∥χ E₂) = traces(E₁) ∥χ traces(E₂).</summary>
    /// <param name="sample">The case.</param>
    /// <param name="interleaves">Whether χ is that of the interleaving.</param>
    /// <param name="secondMoves">Whether the composition moves its second part, as it must.</param>
    public static Outcome CompositionOfTraces(Sample sample, bool interleaves, bool secondMoves = true)
    {
        var (first, second, chi, _) = Case(sample, interleaves);
        var composed = Composition.Of(first, second, chi, secondMoves).Traces(Length);
        return Equal(composed, Composition.Of(first.Traces(Length), second.Traces(Length), chi));
    }

    /// <summary>Corollary 2.4: with the traces of both parts included, so are those of the composition.</summary>
    /// <param name="sample">The case.</param>
    /// <param name="interleaves">Whether χ is that of the interleaving.</param>
    /// <param name="bothRefine">Whether the premise is made of the second part, too.</param>
    public static Outcome CompositionalRefinement(Sample sample, bool interleaves, bool bothRefine = true)
    {
        var (first, second, chi, random) = Case(sample, interleaves);
        var (first1, second1) = (Refined(first), Refined(second));
        if (!first1.Traces(Length).IsSubsetOf(first.Traces(Length)) || (bothRefine && !second1.Traces(Length).IsSubsetOf(second.Traces(Length)))) return Outcome.Vacuous;
        return Included(Composition.Of(first1, second1, chi).Traces(Length), Composition.Of(first, second, chi).Traces(Length));

        FiniteSystem Refined(FiniteSystem system) => random.Next(3) > 0 ? system.Restricted(random) : FiniteSystem.Random(random, system.States, system.Events);
    }

    /// <summary>Theorem 2.3 indexed: the traces of ∥∥ᵢ Eᵢ are the words whose projections are traces of the Eᵢ.</summary>
    /// <param name="sample">The case.</param>
    /// <param name="othersStay">Whether a step leaves the other systems alone, as it must.</param>
    public static Outcome IndexedInterleaving(Sample sample, bool othersStay = true)
    {
        var systems = Family(sample.Random(), sample.Size);
        var composed = Composition.Indexed(systems, othersStay);
        var projected = Words.UpTo(Length, composed.Events + FiniteSystem.Skip, w => systems.All(s => s.HasTrace(w.Projected(s))));
        return Equal(composed.Traces(Length), [.. projected]);
    }

    /// <summary>Corollary 2.4 indexed.</summary>
    /// <param name="sample">The case.</param>
    /// <param name="allRefine">Whether the premise is made of every index.</param>
    public static Outcome IndexedRefinement(Sample sample, bool allRefine = true)
    {
        var random = sample.Random();
        var systems = Family(random, sample.Size);
        FiniteSystem[] refined = [.. systems.Select((s, i) => allRefine || i > 0 ? s.Restricted(random) : FiniteSystem.Random(random, s.States, s.Events))];
        return Included(Composition.Indexed(refined).Traces(Length), Composition.Indexed(systems).Traces(Length));
    }

    private static (FiniteSystem First, FiniteSystem Second, ImmutableDictionary<(char, char), char> Chi, Random Random) Case(Sample sample, bool interleaves)
    {
        var random = sample.Random();
        var (first, second) = (FiniteSystem.Random(random, sample.Size, "ab"), FiniteSystem.Random(random, sample.Size, "xy"));
        return (first, second, interleaves ? Composition.Interleaving("ab", "xy") : Composition.Partial(random, "ab", "xy", "pqr"), random);
    }

    private static FiniteSystem[] Family(Random random, int size) =>
        [.. Enumerable.Range(0, Indices).Select(i => FiniteSystem.Random(random, Math.Min(size, 3), "abcdef".Substring(2 * i, 2)))];

    private static Outcome Equal(ImmutableHashSet<string> left, ImmutableHashSet<string> right)
    {
        var difference = left.SymmetricExcept(right);
        if (!difference.IsEmpty) return Outcome.Contradicted($"{difference.MinBy(w => w.Length)} is a trace of only one");
        return left.Any(t => t.HasEvents(2)) ? Outcome.Confirmed : Outcome.Vacuous;
    }

    private static Outcome Included(ImmutableHashSet<string> smaller, ImmutableHashSet<string> larger)
    {
        var difference = smaller.Except(larger);
        if (!difference.IsEmpty) return Outcome.Contradicted($"{difference.MinBy(w => w.Length)} is a trace of the refined composition only");
        return smaller.Any(t => t.HasEvents(2)) && smaller.Count < larger.Count ? Outcome.Confirmed : Outcome.Vacuous;
    }
}
