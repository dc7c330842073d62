using System.Collections.Immutable;
using Igloo.Monitoring.Runs;
using Igloo.Monitoring.Tests.Models;
using LeaderElection.Model;
using BoardEvent = Igloo.Components.Composition<Igloo.Monitoring.Tests.Models.Board.Slate.State, Igloo.Monitoring.Tests.Models.Board.Slate.Event, Igloo.Monitoring.Tests.Models.Id, Igloo.Monitoring.Tests.Models.Board.Scribe.State, Igloo.Monitoring.Tests.Models.Board.Scribe.Event>.Event;
using Node = LeaderElection.Model.Node;
using RingNode = LeaderElection.Model.RingNode;
using S = Igloo.Monitoring.Tests.Models.Board.Scribe.Event;
using W = Igloo.Monitoring.Tests.Models.Board.Slate.Event;

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

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1_000, 1)]
    [InlineData(0, -1)]
    public void Time_stamps_that_lead_astray_do_not_keep_a_run_from_being_found(int late, int direction) =>
        Assert.IsType<RunVerdict<BoardEvent>.Accepted>(Read(Words, budget: 150, (node, i) => (node * late) + (direction * i)));

    [Theory]
    [InlineData(150)]
    [InlineData(1_000_000)]
    public void Time_stamps_change_no_word_of_what_is_said_of_a_run_that_is_none(int budget)
    {
        RunVerdict<BoardEvent>[] verdicts = [.. Enumerable.Range(0, 20).Select(seed => new Random(seed)).Select(random => Read(Words, budget, (_, _) => random.Next(100), last: 99))];

        var said = verdicts.Select(v => v switch
        {
            RunVerdict<BoardEvent>.Rejected rejected when budget > 1_000 => rejected.Why,
            RunVerdict<BoardEvent>.Inconclusive open when budget < 1_000 => $"{open.Steps}: {open.Why}",
            _ => v.ToString(),
        });
        Assert.StartsWith(budget < 1_000 ? "1" : "environment assumption", Assert.Single(said.Distinct()), StringComparison.Ordinal);
    }

    // A search that is cut may find a run by the grace of good clocks; so its verdict says that others may.
    [Fact]
    public void Verdict_of_a_search_that_is_cut_says_that_it_rests_on_the_time_stamps()
    {
        var open = Assert.IsType<RunVerdict<BoardEvent>.Inconclusive>(Read(Words, budget: 10, (_, i) => -i));

        Assert.Equal($"the search was cut after {open.Steps} steps; a run may lie beyond, and be found with a larger Budget or with time stamps of better clocks", Assert.Single(open.Doubts));
    }

    private const int Words = 20;

    // One scribe writes words, the other one sees each.
    private static RunVerdict<BoardEvent> Read(int words, int budget, Func<int, int, int> at, int? last = null)
    {
        RecordedEvent<Id, S> Recorded(int node, int i, S e) => new(new Id(node), i, DateTimeOffset.UnixEpoch.AddSeconds(at(node, i)), e, IsCertain: true);
        var log = Enumerable.Range(1, words).SelectMany(i => (RecordedEvent<Id, S>[])[Recorded(0, i, new S.Write(i)), Recorded(1, i, new S.Read(i == words ? last ?? i : i))]);
        return new RunCheck<Board.Slate.State, W, Id, Board.Scribe.State, S>(new Board())
        {
            Budget = budget,
            Partners = (index, e) => e switch
            {
                S.Write write => [new W.Written(index, write.Word)],
                S.Read read => [new W.Seen(index, read.Word)],
                _ => [],
            },
            Inserted = _ => [],
        }.Check(log);
    }

    private static RunVerdict<RingSystem.Event> Check(ImmutableArray<RecordedLog<Node, RingNode.Event>> logs, int seed, bool isMonotone)
    {
        var times = logs.SelectMany(l => l.Events).Select(e => e.At).ToArray();
        new Random(seed).Shuffle(times);
        var next = 0;
        return RunCheck.Of(SampleLogs.Elected.System, isMonotone).Check([.. logs.Select(l => l with { Events = [.. l.Events.Select(e => e with { At = times[next++] })] })]);
    }
}
