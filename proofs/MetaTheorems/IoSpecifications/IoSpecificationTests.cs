using MetaTheorems.Sampling;

namespace MetaTheorems.IoSpecifications;

/// <summary>Igloo (OOPSLA 2020), section 5, on random cases.</summary>
public sealed class IoSpecificationTests
{
    // The last kinds are mostly no models; those that are must have the traces, too.
    public static TheoryData<HeapModels.Kind, int> Kinds() =>
        new(Enum.GetValues<HeapModels.Kind>().Select(k => (k, k < HeapModels.Kind.IllTypedSchedule ? 60 : 2)));

    [Fact]
    public void Satisfaction_is_as_defined() =>
        Theorem.Try("h ⊨ φ", s => Statements.SatisfactionIsAsDefined(Logic.Paper, s), cases: 5_000).Holds(floorPercent: 3);

    [Fact]
    public void Lemma_5_1_more_chunks_satisfy_no_less() =>
        Theorem.Try("Lemma 5.1", s => Statements.Monotonicity(Logic.Paper, s)).Holds(floorPercent: 40);

    [Fact]
    public void Lemma_5_6_countable_choice_becomes_iterated_conjunction() =>
        Theorem.Try("Lemma 5.6", s => Statements.CountableChoice(Logic.Paper, s)).Holds(floorPercent: 30);

    [Fact]
    public void Theorem_5_5_process_has_exactly_the_traces_of_the_system() =>
        Theorem.Try("Theorem 5.5", s => Statements.SystemsAsProcesses(Logic.Paper, s)).Holds(floorPercent: 50);

    [Fact]
    public void Process_cut_off_at_a_depth_has_its_traces_up_to_that_length() =>
        Theorem.Try("cut processes", s => Statements.CutProcessesHaveTheShortTraces(Logic.Paper, s)).Holds(floorPercent: 50);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Proposition_5_8_every_trace_of_the_process_is_one_of_every_model(HeapModels.Kind kind, int floorPercent) =>
        Theorem.Try($"Proposition 5.8, {kind}", s => Statements.TracesOfEveryModel(Logic.Paper, s, kind)).Holds(floorPercent);

    [Fact]
    public void Proposition_5_11_canonical_models_are_models() =>
        Theorem.Try("Proposition 5.11", s => Statements.CanonicalModelsAreModels(Logic.Paper, s)).Holds(floorPercent: 60);

    [Fact]
    public void Theorem_5_7_trace_that_is_none_of_the_process_is_refused_by_the_canonical_model_of_its_witness_schedule() =>
        Theorem.Try("Proposition 5.13", s => Statements.SpuriousTracesAreRefused(Logic.Paper, s), cases: 100).Holds(floorPercent: 50);

    [Fact]
    public void Equation_3_witness_schedule_never_contradicts_its_own_trace() =>
        Theorem.Try("Equation 3", s => Statements.WitnessesStayRegular(Logic.Paper, s), cases: 100).Holds(floorPercent: 40);

    [Fact]
    public void Typing_dropped_everywhere_is_the_theory_in_which_everything_is_well_typed()
    {
        var untyped = Logic.Paper with { IsUntyped = true };

        Theorem.Try("Proposition 5.8, untyped", s => Statements.TracesOfEveryModel(untyped, s, HeapModels.Kind.IllTypedSchedule)).Holds(floorPercent: 60);
        Theorem.Try("Proposition 5.13, untyped", s => Statements.SpuriousTracesAreRefused(untyped, s), cases: 50).Holds(floorPercent: 50);
    }
}
