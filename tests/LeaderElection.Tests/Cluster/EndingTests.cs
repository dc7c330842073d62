namespace LeaderElection.Tests.Cluster;

/// <summary>However a cluster ends, it says why once and leaves nothing running.</summary>
[Collection(ProcessTests.Name)]
public sealed class EndingTests
{
    // No leader can be elected, so that there is time to interfere.
    private static readonly string[] Deaf = ["--nodes", "3", "--loss", "1", "--timeout", "100"];

    [Fact]
    public async Task Cluster_ends_when_a_node_is_killed()
    {
        using var cluster = ClusterProcess.Start(Deaf);
        var nodes = await cluster.NodesAsync(3);

        Signals.Send("KILL", nodes[1]);
        await cluster.EndAsync();

        Assert.Equal(1, cluster.ExitCode);
        Assert.Matches($@"Node \d \(process {nodes[1]}\) was killed by signal 9 before (a leader was elected|all nodes were ready)\.", cluster.Output);
        await cluster.AssertNothingIsLeftAsync(TimeSpan.Zero);
    }

    [Fact]
    public async Task Cluster_ends_when_nobody_is_elected_in_time()
    {
        using var cluster = await ClusterProcess.RunAsync("--nodes", "2", "--loss", "1", "--timeout", "0.5");

        Assert.Equal(1, cluster.ExitCode);
        Assert.Contains("Timed out: 0.5 s passed before a leader was elected.", cluster.Output, StringComparison.Ordinal);
        await cluster.AssertNothingIsLeftAsync(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Cluster_stops_its_nodes_on_a_signal(string signal)
    {
        using var cluster = ClusterProcess.Start(Deaf);
        await cluster.NodesAsync(3);

        Signals.Send(signal, cluster.ProcessId);
        await cluster.EndAsync();

        Assert.Equal(130, cluster.ExitCode);
        Assert.Contains("Cancelled; all nodes have been stopped.", cluster.Output, StringComparison.Ordinal);
        await cluster.AssertNothingIsLeftAsync(TimeSpan.Zero);
    }

    [Fact]
    public async Task Nodes_end_by_themselves_when_their_launcher_is_killed()
    {
        using var cluster = ClusterProcess.Start(Deaf);
        await cluster.NodesAsync(3);

        Signals.Send("KILL", cluster.ProcessId);
        await cluster.EndAsync();

        await cluster.AssertNothingIsLeftAsync(TimeSpan.FromSeconds(30));
    }
}
