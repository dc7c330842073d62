using Igloo.Proving.Counterexamples;
using LockServer;

namespace Igloo.Proving.Tests.Automatic;

/// <summary>What sees an automatic event need not stand beside the systems below it, and may be reached in several ways.</summary>
public sealed class ElsewhereTests
{
    private const string Acquisition = "HandOut is hidden from ReleasesWhatWasAcquired of Mutex";

    [Fact]
    public void Property_in_another_assembly_than_the_level_below_it_sees_an_automatic_event()
    {
        Assert.NotEqual(typeof(LockProtocol).Assembly, typeof(LockProtocolRefinesRoster).Assembly);

        var report = CounterexampleAnalysis.Analyse(Verdicts.Refuted(typeof(Cashier), "HandOut is hidden from EachIsGrantedOnce of Roster"));

        Assert.Equal(ReplayStatus.Agreed, report.Replay);
    }

    [Fact]
    public void Property_that_two_mediators_lead_to_is_hidden_only_if_it_is_behind_both()
    {
        Verdicts.Proved(typeof(Cashier), Acquisition);

        var report = CounterexampleAnalysis.Analyse(Verdicts.Refuted(typeof(Cashier), $"{Acquisition}, through CashierRefinesLock, GrantIsAcquisition"));

        Assert.Equal(ReplayStatus.Agreed, report.Replay);
    }

    [Fact]
    public void Models_of_one_assembly_are_verified_with_those_that_it_refers_to_and_not_with_those_that_refer_to_it()
    {
        var alone = Obligations.Of(typeof(LockProtocol).Assembly);
        var together = Obligations.Of([typeof(LockProtocol).Assembly, typeof(Cashier).Assembly]);

        Assert.DoesNotContain(alone, o => o.Subject.Assembly == typeof(Cashier).Assembly);
        Assert.Equal(together.Select(o => o.Id).Distinct(), together.Select(o => o.Id));
        Assert.Superset(alone.Select(o => o.Id).ToHashSet(), together.Select(o => o.Id).ToHashSet());
    }
}
