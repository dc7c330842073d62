using System.Diagnostics;
using System.Reflection;

namespace Igloo.Proving.Tests.CaseStudies;

/// <summary>Every obligation of the case studies, with its verdict.</summary>
public sealed class CaseStudyTests(ITestOutputHelper output)
{
    public static TheoryData<string> Assemblies { get; } = ["LockServer", "LeaderElection", "Paxos"];

    [Theory, MemberData(nameof(Assemblies))]
    public void Every_obligation_has_its_expected_verdict(string assembly)
    {
        var clock = Stopwatch.StartNew();
        var obligations = Obligations.Of(Assembly.Load(assembly));
        var derived = clock.Elapsed;
        var results = Prover.DecideAll(obligations, cancellation: TestContext.Current.CancellationToken);

        output.WriteLine($"{results.Length} obligations, derived in {derived.TotalMilliseconds:0} ms, decided after {clock.Elapsed.TotalMilliseconds:0} ms");
        foreach (var result in results) output.WriteLine($"{EvidenceOf(result.Verdict).Time.TotalMilliseconds,8:0.0} ms {EvidenceOf(result.Verdict).Queries,3} queries  {result.Summary} {result.Obligation}");
        Snapshot.Matches(assembly, string.Join('\n', results.Select(r => $"{r.Summary} | {r.Obligation.Kind} | {r.Obligation}")));
    }

    [Theory, MemberData(nameof(Assemblies))]
    public void Obligations_have_different_stable_ids(string assembly)
    {
        var ids = Obligations.Of(Assembly.Load(assembly)).Select(o => o.Id).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(ids, Obligations.Of(Assembly.Load(assembly)).Select(o => o.Id));
    }

    private static Evidence EvidenceOf(Verdict verdict) => verdict switch
    {
        Verdict.Proved proved => proved.Evidence,
        Verdict.Refuted refuted => refuted.Evidence,
        Verdict.Unknown unknown => unknown.Evidence,
        _ => throw new InvalidOperationException("Verdicts are a closed set."),
    };
}
