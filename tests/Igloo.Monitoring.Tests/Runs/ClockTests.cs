using System.Collections.Immutable;
using Igloo.Monitoring.Runs;
using LeaderElection.Model;

namespace Igloo.Monitoring.Tests.Runs;

/// <summary>Clocks guide the search and decide nothing.</summary>
public sealed class ClockTests
{
    public static TheoryData<int, bool> Seeds() => [.. Enumerable.Range(0, 6).SelectMany(seed => new[] { (seed, false), (seed, true) })];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Permuted_time_stamps_change_no_verdict(int seed, bool isMonotone)
    {
        var accepted = SampleLogs.Elected;
        var rejected = accepted with { Logs = accepted.Logs.SetItem(0, accepted.Logs[0] with { Events = [.. accepted.Logs[0].Events.Where(e => e.Event is not RingNode.Event.Send)] }) };

        Assert.IsType<RunVerdict<RingSystem.Event>.Accepted>(Check(accepted.Logs, seed, isMonotone));
        Assert.IsType<RunVerdict<RingSystem.Event>.Rejected>(Check(rejected.First(20).Logs, seed, isMonotone));
    }

    private static RunVerdict<RingSystem.Event> Check(ImmutableArray<RecordedLog<Node, RingNode.Event>> logs, int seed, bool isMonotone)
    {
        var times = logs.SelectMany(l => l.Events).Select(e => e.At).ToArray();
        new Random(seed).Shuffle(times);
        var next = 0;
        return RunCheck.Of(SampleLogs.Elected.System, isMonotone).Check([.. logs.Select(l => l with { Events = [.. l.Events.Select(e => e with { At = times[next++] })] })]);
    }
}
