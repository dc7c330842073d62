using System.Collections.Immutable;
using Igloo.Proving;
using Igloo.Proving.Counterexamples;

namespace Igloo.Mutation.Tests;

public sealed class MutationTests
{
    private static readonly ProverOptions Options = new() { CacheFolder = null };

    public static TheoryData<Mutant> OfLeaderElection() => new(LeaderElectionMutants.All);

    public static TheoryData<Mutant> OfLockServer() => new(LockServerMutants.All);

    [Theory]
    [MemberData(nameof(OfLeaderElection), DisableDiscoveryEnumeration = true)]
    public void Mutant_of_leader_election_is_refuted_by_the_layer_that_should_or_refines(Mutant mutant) => Check(CaseStudy.LeaderElection, mutant);

    [Theory]
    [MemberData(nameof(OfLockServer), DisableDiscoveryEnumeration = true)]
    public void Mutant_of_the_lock_server_is_refuted_by_the_layer_that_should(Mutant mutant) => Check(CaseStudy.LockServer, mutant);

    public static TheoryData<Mutant> OfFailover() => new(EnvironmentMutants.Failover);

    public static TheoryData<Mutant> OfRetransmission() => new(EnvironmentMutants.Retransmission);

    [Theory]
    [MemberData(nameof(OfFailover), DisableDiscoveryEnumeration = true)]
    public void Mutant_of_failover_is_refuted_by_the_layer_that_should(Mutant mutant) => Check(CaseStudy.Failover, mutant);

    [Theory]
    [MemberData(nameof(OfRetransmission), DisableDiscoveryEnumeration = true)]
    public void Mutant_of_retransmission_is_refuted_by_the_layer_that_should(Mutant mutant) => Check(CaseStudy.Retransmission, mutant);

    [Fact]
    public void Suite_has_at_least_forty_mutants() =>
        Assert.True(LeaderElectionMutants.All.Count() + LockServerMutants.All.Count() >= 40);

    [Fact]
    public void Unchanged_case_studies_are_proved()
    {
        Assert.All(Decide(CaseStudy.LeaderElection.CompileUnchanged()), r => Assert.IsType<Verdict.Proved>(r.Verdict));
        Assert.All(Decide(CaseStudy.LockServer.CompileUnchanged()), r => Assert.IsType<Verdict.Proved>(r.Verdict));
    }

    [Fact]
    public void Reply_for_the_newest_command_is_refuted_with_a_counterexample_in_maps_of_maps()
    {
        Mutant mutant = new("Client completes the newest command", "RedisClient", "number == s.Completed && number < s.Sent", "number + 1 == s.Sent", "Internal Complete is simulated");
        var obligation = Obligations.Of(CaseStudy.Redis.CompileWith(mutant)).Single(o => o.Name == mutant.Refutes);

        var refuted = Assert.IsType<Verdict.Refuted>(Prover.Decide(obligation, Options, TestContext.Current.CancellationToken));
        var report = CounterexampleAnalysis.Analyse(refuted.Counterexample);

        TestContext.Current.TestOutputHelper?.WriteLine(CounterexampleText.Of(report, full: true));
        Assert.NotEqual(Classification.OurBug, report.Classification);
        Assert.Contains(report.Events, e => e.Text.Contains("Complete", StringComparison.Ordinal));
    }

    private static void Check(CaseStudy study, Mutant mutant)
    {
        if (mutant.Refutes is { } code && code.StartsWith("IGL", StringComparison.Ordinal))
        {
            Assert.Contains(code, Assert.Throws<InvalidOperationException>(() => study.CompileWith(mutant)).Message, StringComparison.Ordinal);
            return;
        }

        var results = Decide(study.CompileWith(mutant));
        var refuted = results.Where(r => r.Verdict is Verdict.Refuted).Select(r => $"{r.Obligation.Subject.Name}: {r.Obligation.Name}").ToList();

        Assert.DoesNotContain(results, r => r.Verdict is Verdict.Unknown);
        if (mutant.Refutes is null)
        {
            Assert.Empty(refuted);
        }
        else
        {
            Assert.Contains(refuted, name => name.StartsWith(mutant.Refutes, StringComparison.Ordinal));
        }
    }

    private static ImmutableArray<ObligationResult> Decide(System.Reflection.Assembly assembly) =>
        Prover.DecideAll(Obligations.Of(assembly), Options, progress: null, TestContext.Current.CancellationToken);
}
