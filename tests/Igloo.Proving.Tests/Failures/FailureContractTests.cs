using Igloo.Proving.Counterexamples;

namespace Igloo.Proving.Tests.Failures;

/// <summary>What an operation declares about its failures has to follow from the environment model.</summary>
public sealed class FailureContractTests
{
    [Fact]
    public void Keep_is_proved_where_the_component_may_repeat_the_send_anyway() =>
        Verdicts.Proved(typeof(AtAnOrderlyOffice), "Repeat may be taken for not made when it fails at Repeat");

    [Fact]
    public void Keep_is_proved_where_the_environment_adds_such_messages_itself() =>
        Verdicts.Proved(typeof(AtAGenerousOffice), "Keep may be taken for not made when it fails at Keep");

    [Theory]
    [InlineData(typeof(AtAnOrderlyOffice), "Keep")]
    [InlineData(typeof(AtACarelessOffice), "Keep")]
    [InlineData(typeof(OverDatagrams), "Transmit")]
    public void Keep_is_refuted_where_only_the_send_itself_leads_to_the_message(Type system, string at) =>
        Verdicts.Refuted(system, $"Keep may be taken for not made when it fails at {at}");

    [Fact]
    public void Lost_is_proved_where_never_delivering_a_message_is_loss() =>
        Verdicts.Proved(typeof(OverDatagrams), "Lose may be taken for made when it fails at Transmit");

    [Fact]
    public void Lost_is_proved_where_an_event_of_the_environment_loses_the_message() =>
        Verdicts.Proved(typeof(AtACarelessOffice), "Lose may be taken for made when it fails at Lose");

    [Theory]
    [InlineData(typeof(OverChannels), "Transmit")]
    [InlineData(typeof(AtAnOrderlyOffice), "Lose")]
    [InlineData(typeof(AtAGenerousOffice), "Lose")]
    public void Lost_is_refuted_of_ordered_channels(Type system, string at) =>
        Verdicts.Refuted(system, $"Lose may be taken for made when it fails at {at}");

    [Fact]
    public void Dropped_input_is_proved_where_it_may_never_be_delivered() =>
        Verdicts.Proved(typeof(OverDatagrams), "Receive may be dropped at Deliver");

    [Theory]
    [InlineData(typeof(OverChannels))]
    [InlineData(typeof(AtAnOrderlyOffice))]
    [InlineData(typeof(AtAGenerousOffice))]
    [InlineData(typeof(AtACarelessOffice))]
    public void Dropped_input_is_refuted_of_ordered_channels(Type system) =>
        Verdicts.Refuted(system, "Receive may be dropped at Deliver");

    [Fact]
    public void Stop_and_unknown_owe_nothing()
    {
        var cases = Obligations.Of(typeof(AtAnOrderlyOffice)).Select(o => o.EventCase).OfType<Type>().Select(c => c.Name).Distinct().Order();

        Assert.Equal(["Keep", "Lose", "Receive", "Repeat"], cases);
    }

    [Fact]
    public void Contract_that_no_formula_says_is_unknown_by_itself()
    {
        var unknown = Assert.IsType<Verdict.Unknown>(Verdicts.Of(typeof(AtAnArchivingOffice), "Keep may be taken for not made when it fails at Keep"));

        Assert.Contains("Quantify over its elements", unknown.Reason, StringComparison.Ordinal);
        Verdicts.Proved(typeof(AtAnArchivingOffice), "Repeat may be taken for not made when it fails at Repeat");
        Assert.DoesNotContain(Obligations.Of(typeof(AtAnArchivingOffice)), o => o.Kind == ObligationKind.Encoding);
    }

    [Fact]
    public void Wrong_keep_shows_the_message_that_the_component_does_not_know_of() =>
        Matches<AtAnOrderlyOffice>("Keep may be taken for not made when it fails at Keep", "Keep");

    [Fact]
    public void Wrong_lost_shows_what_overtakes() => Matches<OverChannels>("Lose may be taken for made when it fails at Transmit", "Lost");

    [Fact]
    public void Wrong_drop_shows_what_overtakes() => Matches<OverChannels>("Receive may be dropped at Deliver", "Dropped");

    private static void Matches<TSystem>(string obligation, string snapshot)
    {
        var report = CounterexampleAnalysis.Analyse(Verdicts.Refuted(typeof(TSystem), obligation));

        Assert.Equal(ReplayStatus.Agreed, report.Replay);
        Counterexamples.Snapshot.Matches(CounterexampleText.Of(report), snapshot);
    }
}
