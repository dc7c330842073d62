using MetaTheorems.Sampling;

namespace MetaTheorems.IoSpecifications;

/// <summary>The same statements, of a logic with one thing wrong: each is refuted.</summary>
public sealed class BrokenLogicTests
{
    [Fact]
    public void Without_Contradict_a_model_lacks_the_traces_with_other_inputs() =>
        Theorem.Refute("no Contradict", s => Statements.TracesOfEveryModel(BrokenLogic.NoContradict, s, HeapModels.Kind.Canonical));

    [Fact]
    public void Without_Chaos_a_model_lacks_what_follows_another_input() =>
        Theorem.Refute("no Chaos", s => Statements.TracesOfEveryModel(BrokenLogic.NoChaos, s, HeapModels.Kind.Canonical));

    [Fact]
    public void Canonical_models_that_share_places_have_spurious_traces() =>
        Theorem.Refute("shared places", s => Statements.SpuriousTracesAreRefused(BrokenLogic.SharedPlaces, s));

    [Fact]
    public void Typing_dropped_in_satisfaction_only_admits_models_that_are_stuck() =>
        Theorem.Refute("typing dropped", s => Statements.TracesOfEveryModel(BrokenLogic.TypingDroppedInSatisfaction, s, HeapModels.Kind.IllTypedSchedule));

    [Fact]
    public void Typing_dropped_in_satisfaction_only_is_not_as_defined() =>
        Theorem.Refute("typing dropped", s => Statements.SatisfactionIsAsDefined(BrokenLogic.TypingDroppedInSatisfaction, s));

    [Fact]
    public void Heaps_that_must_be_used_up_are_not_monotonic() =>
        Theorem.Refute("exact heaps", s => Statements.Monotonicity(BrokenLogic.WithoutMonotonicity, s));

    [Fact]
    public void With_empty_types_there_is_no_canonical_model() =>
        Theorem.Refute("empty types", s => Statements.CanonicalModelsAreModels(BrokenLogic.EmptyTypes, s));

    [Fact]
    public void Guards_that_read_inputs_are_lost_in_the_process() =>
        Theorem.Refute("guards read inputs", s => Statements.SystemsAsProcesses(BrokenLogic.GuardsThatReadInputs, s));

    [Fact]
    public void Iterated_inputs_admit_no_canonical_model() =>
        Theorem.Refute("inputs iterated", s => Statements.CanonicalModelsAreModels(BrokenLogic.InputsIterated, s));

    [Fact]
    public void Existential_choices_admit_models_of_one_branch() =>
        Theorem.Refute("choices existential", s => Statements.TracesOfEveryModel(BrokenLogic.ChoicesExistential, s, HeapModels.Kind.Incomplete));

    [Fact]
    public void Existential_choices_are_no_iterated_conjunction() =>
        Theorem.Refute("choices existential", s => Statements.CountableChoice(BrokenLogic.ChoicesExistential, s));

    [Fact]
    public void Existential_and_iterated_conjunction_swapped_admit_no_canonical_model() =>
        Theorem.Refute("both swapped", s => Statements.CanonicalModelsAreModels(BrokenLogic.BothSwapped, s));
}
