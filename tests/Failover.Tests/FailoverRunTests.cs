using Failover.Cluster;

namespace Failover.Tests;

public sealed class FailoverRunTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("failover-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Second_node_leads_when_the_first_is_killed_and_the_model_has_that_run()
    {
        using var run = new FailoverRun(3, TimeSpan.FromSeconds(4), folder.FullName);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(2));

        var merged = await run.RunAsync(_ => { }, limit.Token);

        Assert.True(merged.IsAccepted, merged.ToString());
        Assert.StartsWith("Accepted: 9 events of all nodes, and 1 of the environment alone", merged.ToString(), StringComparison.Ordinal);
    }
}
