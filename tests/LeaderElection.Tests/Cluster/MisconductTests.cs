using System.Text.RegularExpressions;

namespace LeaderElection.Tests.Cluster;

[Collection(ProcessTests.Name)]
public sealed partial class MisconductTests
{
    [Theory]
    [InlineData("forge")]
    [InlineData("wrong-successor")]
    [InlineData("early-leader")]
    public async Task Wrong_node_is_stopped_with_the_reason(string fault)
    {
        using var cluster = await ClusterProcess.RunAsync("--nodes", "3", "--seed", "3", "--fault", fault);

        Assert.True(cluster.ExitCode == 1, $"Exit code {cluster.ExitCode}\n{cluster.Output}{cluster.Error}");
        Assert.Contains("  Elected      nobody", cluster.Output, StringComparison.Ordinal);
        Snapshot.Matches(Finding(cluster.Output), fault);
        await cluster.AssertNothingIsLeftAsync(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Socket_past_the_monitor_is_found_in_the_process_and_in_the_merged_run(int nodes)
    {
        using var cluster = await ClusterProcess.RunAsync("--nodes", $"{nodes}", "--fault", "own-socket", "--loss", "0", "--corruption", "0");

        Assert.True(cluster.ExitCode == 1, $"Exit code {cluster.ExitCode}\n{cluster.Output}{cluster.Error}");
        var text = WithoutPorts(cluster.Output);
        if (OperatingSystem.IsLinux()) Assert.Contains($"Node {nodes} (process P) goes past its monitor: besides socket({nodes}) it holds udp 0.0.0.0:PORT.", text, StringComparison.Ordinal);
        Assert.Contains("  Merged run   Rejected", text, StringComparison.Ordinal);
        Assert.Matches(@"RingSystem has no such run: environment assumption not met, or log incomplete; .* (\d) #\d+ Receive\(\1\): the environment does not enable it", text);
        await cluster.AssertNothingIsLeftAsync(TimeSpan.Zero);
    }

    [Fact]
    public async Task Leader_that_the_model_does_not_know_is_found()
    {
        using var cluster = await ClusterProcess.RunAsync("--nodes", "3", "--fault", "false-claim");

        Assert.Equal(1, cluster.ExitCode);
        Assert.Contains("Node 1 announced itself as leader, but its audit log has no Elect.", cluster.Output, StringComparison.Ordinal);
        Assert.Contains("announced as leader, but the largest identifier is 3.", cluster.Output, StringComparison.Ordinal);
        await cluster.AssertNothingIsLeftAsync(TimeSpan.Zero);
    }

    [Fact]
    public async Task Forging_node_is_stopped_when_it_is_alone()
    {
        using var cluster = await ClusterProcess.RunAsync("--nodes", "1", "--fault", "forge");

        Assert.Equal(1, cluster.ExitCode);
        Assert.Contains("Node 1 was stopped by its monitor.", cluster.Output, StringComparison.Ordinal);
    }

    private static string Finding(string output) => WithoutPorts(output)[(WithoutPorts(output).IndexOf("\n\n", StringComparison.Ordinal) + 2)..];

    // Ports by the node that they belong to, and what differs from run to run by what it is.
    private static string WithoutPorts(string output)
    {
        var text = output;
        foreach (Match node in NodeLine().Matches(output))
        {
            text = text.Replace(node.Groups["socket"].Value, $"socket({node.Groups["id"]})", StringComparison.Ordinal)
                .Replace(node.Groups["address"].Value, $"address({node.Groups["id"]})", StringComparison.Ordinal);
        }

        text = Time().Replace(text, "TIME");
        text = Elapsed().Replace(text, "now +T s");
        text = Processes().Replace(text, "process P");
        text = OtherPort().Replace(text, "0.0.0.0:PORT");
        text = Folder().Replace(text, "LOGS/");
        return Model().Replace(text, "VERSION");
    }

    [GeneratedRegex(@"^  Node (?<id>\d+) .* socket (?<socket>[\d.:]+), reached at (?<address>[\d.:]+)", RegexOptions.Multiline)]
    private static partial Regex NodeLine();

    [GeneratedRegex(@"\d\d:\d\d:\d\d\.\d+Z")]
    private static partial Regex Time();

    [GeneratedRegex(@"now \+[\d.]+ s")]
    private static partial Regex Elapsed();

    [GeneratedRegex(@"process \d+")]
    private static partial Regex Processes();

    [GeneratedRegex(@"0\.0\.0\.0:\d+")]
    private static partial Regex OtherPort();

    [GeneratedRegex(@"(?<=Recorded   )\S+/(?=n\d+\.jsonl:)")]
    private static partial Regex Folder();

    [GeneratedRegex(@"(?<=RingNode )v\S+ [0-9a-f]{7}")]
    private static partial Regex Model();
}
