using Igloo.Proving.Counterexamples;

namespace Igloo.Proving.Tests.Automatic;

/// <summary>A node of the leader election may keep setup and accept to itself, but not that it is elected.</summary>
public sealed class LeaderElectionTests
{
    [Fact]
    public void Setup_and_accept_may_be_automatic()
    {
        var rows = Verdicts.All(typeof(QuietSystemRefinesInterface)).Where(r => r.Obligation.Subject.Assembly == typeof(QuietNode).Assembly).ToArray();

        Assert.All(rows, r => Assert.True(r.Holds, $"{r.Obligation}: {r.Verdict.GetType().Name} {string.Join(", ", r.UnresolvedPremises)}"));
        Assert.Equal(
            [
                "QuietNode: Accept leaves Elect as it is",
                "QuietNode: Accept leaves Receive as it is",
                "QuietNode: Accept leaves Send as it is",
                "QuietNode: Accept makes Unprepared smaller",
                "QuietNode: Setup and Accept commute",
                "QuietNode: Setup leaves Elect as it is",
                "QuietNode: Setup leaves Receive as it is",
                "QuietNode: Setup leaves Send as it is",
                "QuietNode: Setup makes Unprepared smaller",
                "QuietNode: two events Accept commute",
                "QuietNode: two events Setup commute",
                "QuietSystem: Internal Accept is hidden from ElectsOnce of Election",
                "QuietSystem: Internal Accept is hidden from ElectsOnce of RingProtocol",
                "QuietSystem: Internal Setup is hidden from ElectsOnce of Election",
                "QuietSystem: Internal Setup is hidden from ElectsOnce of RingProtocol",
            ],
            rows.Where(r => r.Obligation.Kind is ObligationKind.Confluence or ObligationKind.Persistence or ObligationKind.Termination or ObligationKind.Hiding)
                .Select(r => r.Obligation.ToString()).Where(r => !IsByAMutant(r)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Elect_may_not()
    {
        var report = CounterexampleAnalysis.Analyse(Verdicts.Refuted(typeof(SilentSystem), "Internal Elect is hidden from ElectsOnce of Election"));

        Assert.Equal(ReplayStatus.Agreed, report.Replay);
        Counterexamples.Snapshot.Matches(CounterexampleText.Of(report), "SilentSystem", Here());
    }

    [Fact]
    public void Who_proves_the_component_alone_is_told_what_sees_its_events() =>
        Assert.Contains(Obligations.Of(typeof(SilentNode)), o => o.Name == "Internal Elect is hidden from ElectsOnce of Election");

    // This assembly has other mediators, wrong ones, from the interface up; what they lead to is owed for each of them.
    private static bool IsByAMutant(string obligation) => obligation.Contains(", through ", StringComparison.Ordinal);

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string here = "") => here;
}
