using MetaTheorems.Sampling;

namespace MetaTheorems.IoSpecifications;

/// <summary>The same statements, of a logic with one thing wrong: each is refuted.</summary>
public sealed class BrokenLogicTests
{
    [Fact]
    public void Without_Contradict_a_model_lacks_the_traces_with_other_inputs() =>
        Theorem.Try("no Contradict", s => Statements.TracesOfEveryModel(BrokenLogic.NoContradict, s, HeapModels.Kind.Canonical)).IsRefuted();

    [Fact]
    public void Without_Chaos_a_model_lacks_what_follows_another_input() =>
        Theorem.Try("no Chaos", s => Statements.TracesOfEveryModel(BrokenLogic.NoChaos, s, HeapModels.Kind.Canonical)).IsRefuted();

    [Fact]
    public void Canonical_models_that_share_places_have_spurious_traces() =>
        Theorem.Try("shared places", s => Statements.SpuriousTracesAreRefused(BrokenLogic.SharedPlaces, s)).IsRefuted();

    [Fact]
    public void Typing_dropped_in_satisfaction_only_admits_models_that_are_stuck() =>
        Theorem.Try("typing dropped", s => Statements.TracesOfEveryModel(BrokenLogic.TypingDroppedInSatisfaction, s, HeapModels.Kind.IllTypedSchedule)).IsRefuted();

    [Fact]
    public void Heaps_that_must_be_used_up_are_not_monotonic() =>
        Theorem.Try("exact heaps", s => Statements.Monotonicity(BrokenLogic.WithoutMonotonicity, s)).IsRefuted();

    [Fact]
    public void With_empty_types_there_is_no_canonical_model() =>
        Theorem.Try("empty types", s => Statements.CanonicalModelsAreModels(BrokenLogic.EmptyTypes, s)).IsRefuted();

    [Fact]
    public void Guards_that_read_inputs_are_lost_in_the_process() =>
        Theorem.Try("guards read inputs", s => Statements.SystemsAsProcesses(BrokenLogic.GuardsThatReadInputs, s)).IsRefuted();

    [Fact]
    public void Iterated_inputs_admit_no_canonical_model() =>
        Theorem.Try("inputs iterated", s => Statements.CanonicalModelsAreModels(BrokenLogic.InputsIterated, s)).IsRefuted();

    [Fact]
    public void Existential_choices_admit_models_of_one_branch() =>
        Theorem.Try("choices existential", s => Statements.TracesOfEveryModel(BrokenLogic.ChoicesExistential, s, HeapModels.Kind.Incomplete)).IsRefuted();

    [Fact]
    public void Existential_choices_are_no_iterated_conjunction() =>
        Theorem.Try("choices existential", s => Statements.CountableChoice(BrokenLogic.ChoicesExistential, s)).IsRefuted();

    [Fact]
    public void Existential_and_iterated_conjunction_swapped_admit_no_canonical_model() =>
        Theorem.Try("both swapped", s => Statements.CanonicalModelsAreModels(BrokenLogic.BothSwapped, s)).IsRefuted();
}
