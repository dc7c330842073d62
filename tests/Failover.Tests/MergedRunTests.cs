using Failover.Cluster;
using Failover.Model;
using Igloo.Monitoring.Runs;
using E = Failover.Model.Candidate.Event;

namespace Failover.Tests;

/// <summary>What a monitor cannot see at a node, the check of the merged logs sees.</summary>
public sealed class MergedRunTests
{
    private static readonly Node First = new(0);
    private static readonly Node Second = new(1);

    [Fact]
    public void Claim_after_the_crash_of_the_first_node_is_accepted() =>
        Assert.True(Check([Of(First, 1, new E.Claim(Second, First)), .. SecondTakesOver()], crashed: [First]).IsAccepted);

    [Fact]
    public void Suspicion_of_a_node_that_was_only_slow_breaks_the_assumption_on_the_environment()
    {
        var merged = Check([Of(First, 1, new E.Claim(Second, First)), .. SecondTakesOver()], crashed: []);

        Assert.False(merged.IsAccepted);
        Assert.Contains("environment assumption not met, or log incomplete", merged.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Letter_that_nobody_has_sent_is_rejected() =>
        Assert.False(Check([Of(Second, 1, new E.Follow(First, First))], crashed: []).IsAccepted);

    private static IEnumerable<RecordedEvent<Node, E>> SecondTakesOver() => [Of(Second, 1, new E.Suspect(First)), Of(Second, 2, new E.Claim(First, Second))];

    private static MergedRun Check(IEnumerable<RecordedEvent<Node, E>> run, Node[] crashed) => MergedRun.Of(new Group(3), run, [.. crashed]);

    private static RecordedEvent<Node, E> Of(Node node, long number, E e) => new(node, number, DateTimeOffset.UnixEpoch.AddSeconds(number), e, IsCertain: true);
}
