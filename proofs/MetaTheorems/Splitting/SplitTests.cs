using Igloo.IoSpecs.Splitting;
using MetaTheorems.Sampling;

namespace MetaTheorems.Splitting;

/// <summary>Split and join of tokens, our extension: traces(split specification) = traces(G), if the sides are independent.</summary>
public sealed class SplitTests
{
    private const int ManyAccidents = 20;

    [Fact]
    public void Shuffles_of_independent_sides_are_exactly_the_traces() =>
        Theorem.Try("split", s => SplitStatements.ShufflesAreTraces(s)).Holds(floorPercent: 15);

    [Fact]
    public void Split_specification_has_exactly_the_traces_of_the_system() =>
        Theorem.Try("split specification", s => SplitStatements.CanonicalModelsHaveTheTraces(s), cases: 30).Holds(floorPercent: 10);

    [Fact]
    public void Canonical_models_of_a_split_specification_are_models() =>
        Theorem.Try("models of a split", SplitStatements.CanonicalModelsAreModels, cases: 60).Holds(floorPercent: 10);

    [Fact]
    public void Side_that_enables_the_other_has_other_traces() =>
        Theorem.Refute("enabling allowed", s => SplitStatements.ShufflesAreTraces(s, Accepting(Dependence.Enabled), ManyAccidents));

    [Fact]
    public void Side_that_disables_the_other_has_other_traces() =>
        Theorem.Refute("disabling allowed", s => SplitStatements.ShufflesAreTraces(s, Accepting(Dependence.Disabled), ManyAccidents));

    [Fact]
    public void Updates_that_do_not_commute_have_other_traces() =>
        Theorem.Refute("order allowed", s => SplitStatements.ShufflesAreTraces(s, Accepting(Dependence.Ordered), ManyAccidents));

    [Fact]
    public void Independence_for_one_input_is_not_enough() =>
        Theorem.Refute("one input", s => SplitStatements.ShufflesAreTraces(s, considered: a => a.Input is 0));

    [Fact]
    public void Dependent_sides_have_spurious_traces_in_their_canonical_models() =>
        Theorem.Refute("dependent split", s => SplitStatements.CanonicalModelsHaveTheTraces(s, v => v is IndependenceVerdict.Dependent, ManyAccidents));

    private static Func<IndependenceVerdict, bool> Accepting(Dependence dependence) =>
        verdict => verdict is IndependenceVerdict.Independent || (verdict is IndependenceVerdict.Dependent dependent && dependent.Dependence == dependence);
}
