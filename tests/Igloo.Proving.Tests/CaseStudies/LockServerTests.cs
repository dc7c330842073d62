using LockServer;

namespace Igloo.Proving.Tests.CaseStudies;

public sealed class LockServerTests(ITestOutputHelper output)
{
    [Fact]
    public void Refinement_holds_with_everything_that_it_assumes()
    {
        var results = Prover.DecideAll(Obligations.Of(typeof(LockProtocolRefinesMutex)), cancellation: TestContext.Current.CancellationToken);

        foreach (var result in results) output.WriteLine($"{result.Summary,-20} {result.Obligation}");
        Assert.All(results, r => Assert.True(r.Holds, $"{r.Obligation}: {r.Summary}"));
    }
}
