using Igloo.Proving.Counterexamples;

namespace Igloo.Proving.Tests.Automatic;

/// <summary>Events that nobody reports end, end in one state, take nothing away, and are seen by no property.</summary>
public sealed class AutomaticTests
{
    [Fact]
    public void Events_that_commute_end_and_take_nothing_away_are_proved()
    {
        Assert.Empty(Verdicts.Failing(typeof(Sorter)));
        Assert.Equal(
            [
                "two events Sort commute",
                "Sort leaves Receive as it is",
                "Sort leaves Send as it is",
                "Sort leaves Forget as it is",
                "Sort makes Unsorted smaller",
            ],
            Obligations.Of(typeof(Sorter))
                .Where(o => o.Kind is ObligationKind.Confluence or ObligationKind.Persistence or ObligationKind.Termination or ObligationKind.Hiding).Select(o => o.Name));
    }

    [Fact]
    public void Component_whose_events_are_all_reported_owes_nothing_more() =>
        Assert.DoesNotContain(
            Obligations.Of(typeof(LeaderElection.Model.RingSystem)),
            o => o.Kind is ObligationKind.Confluence or ObligationKind.Persistence or ObligationKind.Termination or ObligationKind.Hiding);

    [Theory]
    [InlineData(typeof(Mixer), "Double and Increment commute")]
    [InlineData(typeof(Picker), "two events Pick commute")]
    [InlineData(typeof(RankedShutter), "Open makes Light smaller")]
    [InlineData(typeof(Spender), "Spend makes Balance smaller")]
    [InlineData(typeof(Porter), "Carry makes Anywhere smaller")]
    [InlineData(typeof(Window), "Close leaves Look as it is")]
    [InlineData(typeof(Diary), "Write is hidden from WritesOnce of Diary")]
    public void Mutant_is_refuted_with_a_counterexample_that_replays(Type model, string obligation)
    {
        var report = CounterexampleAnalysis.Analyse(Verdicts.Refuted(model, obligation));

        Counterexamples.Snapshot.Matches(CounterexampleText.Of(report), model.Name, Here());
        Assert.Equal(ReplayStatus.Agreed, report.Replay);
    }

    [Fact]
    public void What_automatic_events_use_up_has_to_be_said()
    {
        var obligation = Verdicts.Find(typeof(Shutter), "automatic events come to an end");

        var verdict = Assert.IsType<Verdict.Unknown>(Prover.Decide(obligation, cancellation: TestContext.Current.CancellationToken));

        verdict = verdict with { Evidence = verdict.Evidence with { Time = TimeSpan.Zero } };
        Counterexamples.Snapshot.Matches(UnknownText.Of(obligation, verdict), "Shutter", Here());
    }

    [Fact]
    public void Ranking_that_may_become_smaller_for_ever_is_refused()
    {
        var only = Assert.Single(Obligations.Of(typeof(Guesser)));

        Assert.Equal(ObligationKind.Encoding, only.Kind);
        Assert.Contains("Return an integer or a Set", Assert.IsType<Verdict.Unknown>(Prover.Decide(only, cancellation: TestContext.Current.CancellationToken)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Property_does_not_see_an_event_of_which_it_does_not_speak()
    {
        Verdicts.Proved(typeof(Diary), "Think is hidden from WritesOnce of Diary");
        // What speaks of the state may speak of anything.
        Verdicts.Refuted(typeof(Diary), "Think is hidden from WritesFirst of Diary");
    }

    private static string Here([System.Runtime.CompilerServices.CallerFilePath] string here = "") => here;
}
