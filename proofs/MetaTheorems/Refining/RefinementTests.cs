using MetaTheorems.Sampling;

namespace MetaTheorems.Refining;

/// <summary>Igloo (OOPSLA 2020), section 2.1.2, on random finite systems.</summary>
public sealed class RefinementTests
{
    [Fact]
    public void Theorem_2_1_simulation_implies_that_traces_are_included() =>
        Theorem.Try("Theorem 2.1", s => RefinementStatements.SimulationImpliesInclusion(s)).Holds(floorPercent: 30);

    [Fact]
    public void Lemma_2_2_trace_properties_are_transported() =>
        Theorem.Try("Lemma 2.2", s => RefinementStatements.PropertiesAreTransported(s)).Holds(floorPercent: 8);

    [Fact]
    public void Relation_with_a_pair_too_many_is_no_simulation() =>
        Theorem.Try("broken relation", RefinementStatements.BrokenRelationIsNoSimulation).Holds(floorPercent: 10);

    [Fact]
    public void Relation_that_forgets_the_states_after_a_step_implies_nothing() =>
        Theorem.Refute("successors unrelated", s => RefinementStatements.SimulationImpliesInclusion(s, r => r with { RelatesSuccessors = false }));

    [Fact]
    public void Relation_that_forgets_the_initial_states_implies_nothing() =>
        Theorem.Refute("initial states unrelated", s => RefinementStatements.SimulationImpliesInclusion(s, r => r with { RelatesInitialStates = false }));

    [Fact]
    public void Properties_are_not_transported_without_inclusion() =>
        Theorem.Refute("no inclusion", s => RefinementStatements.PropertiesAreTransported(s, includes: false));
}
