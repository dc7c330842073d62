using MetaTheorems.Sampling;

namespace MetaTheorems.Refining;

/// <summary>Igloo (OOPSLA 2020), section 2.1.3, on random finite systems.</summary>
public sealed class CompositionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Theorem_2_3_composition_has_the_composed_traces(bool interleaves) =>
        Theorem.Try("Theorem 2.3", s => CompositionStatements.CompositionOfTraces(s, interleaves)).Holds(floorPercent: 40);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Corollary_2_4_refined_parts_refine_the_composition(bool interleaves) =>
        Theorem.Try("Corollary 2.4", s => CompositionStatements.CompositionalRefinement(s, interleaves)).Holds(floorPercent: 15);

    [Fact]
    public void Theorem_2_3_indexed_interleaving_has_the_traces_with_the_right_projections() =>
        Theorem.Try("Theorem 2.3, indexed", s => CompositionStatements.IndexedInterleaving(s), cases: 100).Holds(floorPercent: 50);

    [Fact]
    public void Corollary_2_4_indexed_family_of_refined_systems_refines_the_interleaving() =>
        Theorem.Try("Corollary 2.4, indexed", s => CompositionStatements.IndexedRefinement(s), cases: 100).Holds(floorPercent: 30);

    [Fact]
    public void Composition_whose_second_part_stands_still_has_other_traces() =>
        Theorem.Refute("second part stands still", s => CompositionStatements.CompositionOfTraces(s, interleaves: false, secondMoves: false));

    [Fact]
    public void One_refined_part_is_not_enough() =>
        Theorem.Refute("one part refined", s => CompositionStatements.CompositionalRefinement(s, interleaves: true, bothRefine: false));

    [Fact]
    public void Interleaving_that_resets_the_others_has_other_traces() =>
        Theorem.Refute("others reset", s => CompositionStatements.IndexedInterleaving(s, othersStay: false));

    [Fact]
    public void Family_with_one_member_not_refined_is_not_enough() =>
        Theorem.Refute("one member not refined", s => CompositionStatements.IndexedRefinement(s, allRefine: false));
}
