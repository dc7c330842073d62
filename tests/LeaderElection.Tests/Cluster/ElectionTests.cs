using System.Text.RegularExpressions;

namespace LeaderElection.Tests.Cluster;

[Collection(ProcessTests.Name)]
public sealed partial class ElectionTests
{
    private static readonly string[] HeavyFaults =
        ["--loss", "0.4", "--duplication", "0.3", "--reordering", "0.3", "--corruption", "0.2", "--delay", "30", "--timeout", "60"];

    [Theory]
    [InlineData(1, "sequential")]
    [InlineData(1, "concurrent")]
    [InlineData(2, "sequential")]
    [InlineData(2, "concurrent")]
    [InlineData(3, "sequential")]
    [InlineData(3, "concurrent")]
    [InlineData(5, "sequential")]
    [InlineData(5, "concurrent")]
    public async Task Largest_identifier_is_elected_though_the_network_is_bad(int nodes, string program)
    {
        using var cluster = await ClusterProcess.RunAsync(["--nodes", $"{nodes}", "--program", program, "--seed", $"{nodes}", .. HeavyFaults]);

        await AssertElectedAsync(cluster, nodes);
    }

    [Fact]
    public async Task Sequential_and_concurrent_nodes_understand_each_other()
    {
        using var cluster = await ClusterProcess.RunAsync(["--seed", "42", .. HeavyFaults]);

        await AssertElectedAsync(cluster, nodes: 5);
        Assert.Contains(" sequential ", cluster.Output, StringComparison.Ordinal);
        Assert.Contains(" concurrent ", cluster.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_logs_are_kept_when_asked_for_and_never_continued()
    {
        var logs = Directory.CreateTempSubdirectory("leader-election-test-");
        try
        {
            using var cluster = await ClusterProcess.RunAsync("--nodes", "2", "--logs", logs.FullName);
            using var again = await ClusterProcess.RunAsync("--nodes", "2", "--logs", logs.FullName);

            await AssertElectedAsync(cluster, nodes: 2);
            Assert.Equal(["n1.jsonl", "n2.jsonl", "ring.json"], logs.GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal));
            Assert.Equal(3, again.ExitCode);
            Assert.EndsWith(".jsonl is the log of an earlier run; take another folder.\n", again.Error, StringComparison.Ordinal);
        }
        finally
        {
            logs.Delete(recursive: true);
        }
    }

    private static async Task AssertElectedAsync(ClusterProcess cluster, int nodes)
    {
        Assert.True(cluster.ExitCode == 0, $"Exit code {cluster.ExitCode}\n{cluster.Output}{cluster.Error}");
        Assert.Equal(nodes, cluster.Nodes.Count);
        Assert.Contains($"  Elected      {nodes}, after ", cluster.Output, StringComparison.Ordinal);
        Assert.Matches(AcceptedRun(), cluster.Output);
        Assert.Contains("  Violations   0", cluster.Output, StringComparison.Ordinal);
        if (OperatingSystem.IsLinux()) Assert.Contains($"  Mediation    {nodes} of {nodes} processes", cluster.Output, StringComparison.Ordinal);
        await cluster.AssertNothingIsLeftAsync(TimeSpan.Zero);
        Assert.Empty(cluster.Temporary.GetFileSystemInfos("leader-election-*"));
    }

    [GeneratedRegex(@"  Merged run   Accepted: [1-9]\d* events")]
    private static partial Regex AcceptedRun();
}
