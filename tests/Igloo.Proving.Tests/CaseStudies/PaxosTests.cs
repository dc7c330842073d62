using Paxos.Model;

namespace Igloo.Proving.Tests.CaseStudies;

public sealed class PaxosTests(ITestOutputHelper output)
{
    [Fact]
    public void Single_decree_holds_with_everything_that_it_assumes()
    {
        var results = Verdicts.All(typeof(SingleDecree));

        foreach (var result in results) output.WriteLine(Rows.Of(result));
        Assert.All(results, r => Assert.True(r.Holds, $"{r.Obligation}: {r.Summary}"));
    }
}
