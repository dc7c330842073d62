namespace Igloo.Proving.Tests.Mutants;

public sealed class RingMutantTests
{
    [Fact]
    public void Accepting_ones_own_identifier_is_harmless_and_shown_to_be()
    {
        Assert.All(Verdicts.All(typeof(RingAcceptingEqualRefinesElection)), r => Assert.True(r.Holds, $"{r.Obligation}: {r.Summary}"));
    }

    [Fact]
    public void Dropped_guard_of_accept_is_refuted_in_the_smallest_ring_where_it_shows()
    {
        Assert.Equal(["Accept keeps PassedOnlySmaller", "Accept keeps HomeIsLargest"], Verdicts.Failing(typeof(RingAcceptingAll)));
        Assert.Equal(3, Nodes("Accept keeps PassedOnlySmaller"));
        Assert.Equal(2, Nodes("Accept keeps HomeIsLargest"));

        static int Nodes(string name) => Verdicts.Refuted(typeof(RingAcceptingAll), name).WorldSize.Single(w => w.Sort.Name == "Node").Size;
    }

    [Fact]
    public void Wrong_successor_is_refuted_for_the_event_that_has_it()
    {
        var failing = Verdicts.Failing(typeof(RingSkippingNodes));

        Assert.Contains("Setup keeps PassedOnlySmaller", failing);
        Assert.DoesNotContain("Accept keeps PassedOnlySmaller", failing);
    }

    [Fact]
    public void Setup_of_the_interface_is_not_setup_of_the_protocol()
    {
        Verdicts.Refuted(typeof(SetupMappedToSetup), "Setup is simulated");
        Verdicts.Refuted(typeof(SetupMappedToSetup), "Send is simulated");
        Verdicts.Proved(typeof(SetupMappedToSetup), "Elect is simulated");
    }

    [Fact]
    public void Election_that_is_invisible_leaves_the_trace_property_without_preimage() =>
        Verdicts.Refuted(typeof(ElectMappedToSkip), "Elect of Election has a preimage");

    [Fact]
    public void Election_has_a_preimage_through_two_mediators() =>
        Verdicts.Proved(typeof(LeaderElection.Model.RingInterfaceRefinesProtocol), "Elect of Election has a preimage");

    [Fact]
    public void Forgotten_partner_is_refuted()
    {
        Verdicts.Refuted(typeof(RingWithForgottenPartner), "Send has a partner");
        Verdicts.Proved(typeof(RingWithForgottenPartner), "Receive has a partner");
    }

    [Fact]
    public void Internal_partner_is_refuted() =>
        Verdicts.Refuted(typeof(RingWithInternalPartner), "the partner of Transmit is an I/O event");

    [Fact]
    public void Equality_by_the_total_relation_and_skip_is_refuted()
    {
        Assert.Equal("An event that can happen has no counterpart.", Verdicts.Refuted(typeof(EqualityOfNothing), "Setup has a name of its own in Election").Failure);
        Verdicts.Refuted(typeof(EqualityOfNothing), "Setup is simulated in Election");
        Verdicts.Refuted(typeof(EqualityOfNothing), "Elect has a name of its own in RingInterface");
    }

    [Fact]
    public void Equality_whose_mediators_are_not_inverse_is_refuted()
    {
        Assert.Equal(
            "The counterpart of the counterpart is another event.",
            Verdicts.Refuted(typeof(EqualityNotInverse), "Accept has a name of its own in RingProtocol (right)").Failure);
        Verdicts.Proved(typeof(EqualityNotInverse), "Elect has a name of its own in RingProtocol (right)");
    }
}
