using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Igloo.Proving;
using Igloo.Testing.Tests.Models;
using LeaderElection.Model;
using LockServer;
using Xunit.Sdk;

namespace Igloo.Testing.Tests;

public sealed partial class ObligationTests
{
    [Theory, Obligations<LockProtocol>]
    public void Obligation_of_a_right_model_is_discharged(Obligation obligation) => obligation.Discharge();

    [Fact]
    public async Task Attribute_yields_one_labelled_row_for_each_obligation()
    {
        var rows = await new ObligationsAttribute<LockProtocol>().GetData(typeof(ObligationTests).GetMethod(nameof(Obligation_of_a_right_model_is_discharged))!, new DisposalTracker());

        Assert.Equal(Obligations.Of(typeof(LockProtocol)).Select(o => o.ToString()), rows.Select(r => r.Label));
    }

    [Fact]
    public async Task Assembly_attribute_yields_every_obligation_once()
    {
        var rows = await new AssemblyObligationsAttribute<LockProtocol>().GetData(typeof(ObligationTests).GetMethods()[0], new DisposalTracker());

        Assert.Equal(Obligations.Of(typeof(LockProtocol).Assembly).Length, rows.Count);
        Assert.Equal(rows.Count, rows.Select(r => r.Label).Distinct().Count());
    }

    [Fact]
    public async Task Model_of_a_test_class_is_found_through_its_base()
    {
        var attribute = new ModelObligationsAttribute { MemberType = typeof(LockProtocolTests) };

        Assert.NotEmpty(await attribute.GetData(typeof(LockProtocolTests).GetMethod(nameof(LockProtocolTests.Holds))!, new DisposalTracker()));
    }

    [Fact]
    public async Task Row_survives_serialization_so_that_each_test_can_be_run_alone()
    {
        var rows = await new ObligationsAttribute<LockProtocol>().GetData(typeof(ObligationTests).GetMethods()[0], new DisposalTracker());
        var row = (ObligationRow)rows.First().GetData()[0]!;

        var copy = SerializationHelper.Instance.Deserialize<ObligationRow>(SerializationHelper.Instance.Serialize(row))!;

        Assert.Equal((row.ToString(), row.Obligation.Id), (copy.ToString(), copy.Obligation.Id));
        Assert.Same(row.Obligation, copy.Obligation);
    }

    [Fact]
    public void Refuted_obligation_fails_at_the_clause_of_the_model()
    {
        var failure = Assert.Throws<ModelFailureException>(() => Refuted().Discharge());

        var place = ClausePlace().Match(failure.StackTrace!.Split('\n')[0]);
        Assert.True(place.Success, failure.StackTrace);
        var line = File.ReadLines(place.Groups[1].Value).ElementAt(int.Parse(place.Groups[2].Value) - 1);
        Assert.Contains("AtMostOneLeader", line, StringComparison.Ordinal);
        Assert.StartsWith("REFUTED", failure.Message, StringComparison.Ordinal);
        Assert.Equal(failure.StackTrace.Split('\n')[0].Trim(), failure.Message.Split('\n')[^1].Trim());
    }

    [Fact]
    public void Failure_counts_as_an_assertion_and_not_as_an_error_of_the_test() => Assert.IsAssignableFrom<IAssertionException>(new ModelFailureException("so"));

    [Fact]
    public void Proof_that_rests_on_what_is_refuted_does_not_pass()
    {
        var result = Decided().First(r => r.Verdict is Verdict.Proved && !r.UnresolvedPremises.IsEmpty);

        var failure = Assert.Throws<ModelFailureException>(result.Discharge);

        Assert.StartsWith("PROVED ONLY UNDER ASSUMPTIONS", failure.Message, StringComparison.Ordinal);
        Assert.Contains("GreedyRing.AtMostOneLeader", failure.Message, StringComparison.Ordinal);
    }

    private static ImmutableArray<ObligationResult> Decided() =>
        Prover.DecideAll(Obligations.Of(typeof(GreedyRing)), cancellation: TestContext.Current.CancellationToken);

    private static Obligation Refuted() => Decided()
        .First(r => r.Verdict is Verdict.Refuted && r.Obligation.Kind == ObligationKind.Consecution).Obligation;

    [GeneratedRegex(@"^   at GreedyRing\.\S+ in (.*GreedyRing\.cs):line (\d+)$")]
    private static partial Regex ClausePlace();
}
