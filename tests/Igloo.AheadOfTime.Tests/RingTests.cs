using System.Text.RegularExpressions;
using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Runs;
using LeaderElection.Configuration;
using LeaderElection.Model;
using LeaderElection.Nodes;

namespace Igloo.AheadOfTime.Tests;

public sealed partial class RingTests(PublishedNode published) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("igloo-ring-");
    private readonly List<RingMemberProcess> members = [];
    private readonly CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Node_compiled_ahead_of_time_is_elected_by_nodes_compiled_just_in_time()
    {
        var leader = Start(published.Executable, 3);
        Start(null, 1);
        Start(null, 2);
        var configuration = await ConfigureAsync();

        var elected = await leader.UntilAsync<NodeStatus.Elected>(ending.Token);
        foreach (var member in members) await member.StopAsync(ending.Token);

        Assert.Equal(leader.Node, elected?.Leader);
        Assert.All(members, m => Assert.True(m.ExitCode == 0, m.Messages));
        AssertAccepted(configuration);
    }

    [Fact]
    public async Task Node_compiled_ahead_of_time_elects_one_compiled_just_in_time()
    {
        var leader = Start(null, 3);
        Start(published.Executable, 1);
        var configuration = await ConfigureAsync();

        var elected = await leader.UntilAsync<NodeStatus.Elected>(ending.Token);
        foreach (var member in members) await member.StopAsync(ending.Token);

        Assert.Equal(leader.Node, elected?.Leader);
        Assert.All(members, m => Assert.True(m.ExitCode == 0, m.Messages));
        AssertAccepted(configuration);
    }

    [Theory]
    [InlineData("forge")]
    [InlineData("wrong-successor")]
    [InlineData("early-leader")]
    public async Task Wrong_node_is_refused_with_the_same_message(string fault)
    {
        var ahead = await RefusalAsync(published.Executable, fault);
        var just = await RefusalAsync(null, fault);

        Assert.Contains("FALSE", ahead, StringComparison.Ordinal);
        Assert.Equal(just, ahead);
    }

    public void Dispose()
    {
        foreach (var member in members) member.Dispose();
        ending.Dispose();
        folder.Delete(recursive: true);
    }

    private RingMemberProcess Start(string? executable, int node, params string[] arguments)
    {
        ending.CancelAfter(TimeSpan.FromMinutes(2));
        var member = RingMemberProcess.Start(executable, node, folder.CreateSubdirectory($"{members.Count}").FullName, arguments);
        members.Add(member);
        return member;
    }

    private async Task<RingConfiguration> ConfigureAsync()
    {
        var ring = new List<RingMember>();
        foreach (var member in members)
        {
            var listening = await member.UntilAsync<NodeStatus.Listening>(ending.Token);
            Assert.True(listening is not null, member.Messages);
            ring.Add(new(member.Node, listening.At, listening.At));
        }

        var configuration = new RingConfiguration(ring);
        foreach (var member in members) await member.ConfigureAsync(configuration);
        return configuration;
    }

    private void AssertAccepted(RingConfiguration configuration)
    {
        var events = members.SelectMany(m => RecordedLog.Of(m.Node, AuditLogReader.Read<RingNode.Event>(m.Log)).Events).ToList();
        var verdict = RunCheck.Of(new RingSystem(configuration.Ring), environmentIsMonotone: true).Check(events);

        Assert.Contains(events, e => e.Event is RingNode.Event.Elect);
        Assert.IsType<RunVerdict<RingSystem.Event>.Accepted>(verdict);
    }

    // What a wrong node says, in a ring with one that is silent.
    private async Task<string> RefusalAsync(string? executable, string fault)
    {
        var first = members.Count;
        var wrong = Start(executable, 1, "--fault", fault);
        var other = Start(null, 3);
        var ring = new List<RingMember>();
        foreach (var member in members.Skip(first))
        {
            var listening = await member.UntilAsync<NodeStatus.Listening>(ending.Token);
            Assert.True(listening is not null, member.Messages);
            ring.Add(new(member.Node, listening.At, listening.At));
        }

        await wrong.ConfigureAsync(new RingConfiguration(ring));
        await wrong.UntilAsync<NodeStatus.Stopped>(ending.Token);
        await wrong.StopAsync(ending.Token);
        await other.StopAsync(ending.Token);
        Assert.Equal(1, wrong.ExitCode);
        var text = ring.Aggregate(wrong.Messages.Replace(wrong.Log, "LOG", StringComparison.Ordinal), (t, m) => t.Replace(m.Listens.ToString(), $"node({m.Node})", StringComparison.Ordinal));
        return Version().Replace(Elapsed().Replace(Time().Replace(text, "TIME"), "now +T s"), "VERSION");
    }

    [GeneratedRegex(@"\d\d:\d\d:\d\d\.\d+Z")]
    private static partial Regex Time();

    [GeneratedRegex(@"now \+[\d.]+ s")]
    private static partial Regex Elapsed();

    [GeneratedRegex(@"(?<=RingNode )v\S+ [0-9a-f]{7}")]
    private static partial Regex Version();
}
