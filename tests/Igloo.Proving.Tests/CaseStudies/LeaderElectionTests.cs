using LeaderElection.Model;

namespace Igloo.Proving.Tests.CaseStudies;

public sealed class LeaderElectionTests(ITestOutputHelper output)
{
    [Fact]
    public void Chain_holds_with_everything_that_it_assumes()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var obligations = Obligations.Of(typeof(RingNode).Assembly);
        var derived = clock.ElapsedMilliseconds;
        var results = Prover.DecideAll(obligations, cancellation: TestContext.Current.CancellationToken);
        output.WriteLine($"derived {derived} ms, all {clock.ElapsedMilliseconds} ms");

        foreach (var result in results) output.WriteLine(Rows.Of(result));
        Assert.All(results, r => Assert.True(r.Holds, $"{r.Obligation}: {r.Summary}"));
    }

}
