namespace Igloo.Proving.Tests.Mutants;

public sealed class ComponentTests
{
    [Fact]
    public void Guard_that_accepts_every_input_is_proved() => Verdicts.Proved(typeof(Asking), "guard of Good ignores its inputs");

    [Fact]
    public void Guard_that_differs_on_ill_typed_inputs_only_is_accepted() => Verdicts.Proved(typeof(Asking), "guard of Growing ignores its inputs");

    [Fact]
    public void Guard_that_reads_an_input_in_a_function_that_it_calls_is_refuted() =>
        Verdicts.Refuted(typeof(Peeking), "guard of Peek ignores its inputs");

    [Fact]
    public void Operation_that_may_return_nothing_is_refuted()
    {
        Verdicts.Proved(typeof(Asking), "Grow returns something");
        Verdicts.Refuted(typeof(Asking), "Broken returns something");
    }

    [Fact]
    public void Events_that_share_an_operation_may_split_its_inputs()
    {
        Verdicts.Proved(typeof(Peeking), "events on Ask are disjoint");
        Verdicts.Proved(typeof(Peeking), "guard of Ask ignores its inputs");
    }

    [Fact]
    public void Events_that_share_an_operation_may_not_overlap() => Verdicts.Refuted(typeof(Overlapping), "events on Ask are disjoint");

    [Fact]
    public void Events_that_share_an_operation_must_cover_its_inputs()
    {
        Verdicts.Proved(typeof(Overlapping), "events on Grow are disjoint");
        Verdicts.Refuted(typeof(Overlapping), "guard of Grow ignores its inputs");
    }

    [Fact]
    public void Events_that_share_an_operation_need_equal_guards()
    {
        Verdicts.Proved(typeof(Uneven), "events on Ask are disjoint");
        Verdicts.Refuted(typeof(Uneven), "guard of Ask ignores its inputs");
    }

    [Fact]
    public void Event_that_carries_a_closed_hierarchy_is_one_event_on_its_operation()
    {
        Assert.Empty(Verdicts.Failing(typeof(Listening)));
        Assert.DoesNotContain(Obligations.Of(typeof(Listening)), o => o.Kind == ObligationKind.Disjointness && o.Name.Contains("Signal", StringComparison.Ordinal));
        Verdicts.Proved(typeof(Listening), "guard of Hear ignores its inputs");
    }

    [Fact]
    public void Events_that_share_an_operation_may_split_the_cases_of_a_hierarchy()
    {
        Verdicts.Proved(typeof(Sorting), "events on Sorting.Pull are disjoint");
        Verdicts.Proved(typeof(Sorting), "guard of Sorting.Pull ignores its inputs");
    }

    [Fact]
    public void Guard_that_reads_which_case_of_a_hierarchy_comes_is_refuted() => Verdicts.Refuted(typeof(Fussy), "guard of Hear ignores its inputs");

    [Fact]
    public void Ghost_parameter_has_to_be_fixed_by_the_guard()
    {
        Verdicts.Proved(typeof(Asking), "guard of Step fixes its ghost parameters");
        Verdicts.Refuted(typeof(Asking), "guard of Loose fixes its ghost parameters");
    }

    [Fact]
    public void Environment_may_not_read_what_a_component_puts_out()
    {
        Verdicts.Refuted(typeof(Town), "environment guard of Tell ignores outputs");
        Verdicts.Proved(typeof(Town), "environment guard of Hear ignores outputs");
    }

    [Fact]
    public void Environment_that_is_asked_has_to_have_an_answer()
    {
        Verdicts.Proved(typeof(Town), "environment always answers Answer");
        Verdicts.Refuted(typeof(Town), "environment always answers Stuck");
    }

    [Fact]
    public void Refinement_of_a_component_that_leaves_its_io_alone_is_proved()
    {
        Assert.Empty(Verdicts.Failing(typeof(ClerkRefinesClerk)));
        Verdicts.Proved(typeof(ClerkRefinesClerk), "Prints keeps its I/O");
    }

    [Theory]
    [InlineData("Prints keeps its I/O")]
    [InlineData("Shreds keeps its I/O")]
    [InlineData("Forgets stays internal")]
    public void Refinement_of_a_component_that_changes_its_io_is_refuted_though_it_simulates(string obligation)
    {
        Verdicts.Refuted(typeof(ClerkWithOtherIo), obligation);
        Assert.All(["Prints", "Shreds", "Forgets"], name => Verdicts.Proved(typeof(ClerkWithOtherIo), $"{name} is simulated"));
    }
}
