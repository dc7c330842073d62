using Igloo.Exploring;
using Igloo.Exploring.Liveness;
using Igloo.Liveness.Tests.Models;

namespace Igloo.Liveness.Tests;

/// <summary>Protocols whose liveness, and whose lack of it, is known from the literature.</summary>
public sealed class KnownModelTests
{
    private static readonly Client[] Two = [new(0), new(1)];

    [Fact]
    public void Peterson_serves_everybody_when_steps_are_fair()
    {
        var report = LivenessCheck.Explore(new Peterson(), Petersons(first => new Peterson.Event.Ask(first), first => new Peterson.Event.Go(first)));

        Assert.IsType<LivenessVerdict.Holds>(report[nameof(Peterson.Served)]);
    }

    [Fact]
    public void Peterson_may_stop_anywhere_when_steps_are_not_fair()
    {
        var refuted = Refutation(new Peterson(), Petersons(first => new Peterson.Event.Ask(first), first => new Peterson.Event.GoIfItLikes(first)), nameof(Peterson.Served));

        Assert.True(refuted.Lasso.Stutters);
        Assert.Equal(1, refuted.Lasso.Stem.Length);
    }

    [Fact]
    public void Peterson_without_politeness_starves_a_process() => Refutation(
        new Peterson(),
        Petersons(first => new Peterson.Event.Ask(first), first => new Peterson.Event.Go(first), first => new Peterson.Event.Push(first)),
        nameof(Peterson.Served));

    [Fact]
    public void Property_that_needs_an_unfair_event_is_refuted_by_standing_still()
    {
        var refuted = Refutation(new Peterson(), Petersons(first => new Peterson.Event.Ask(first), first => new Peterson.Event.Go(first)), nameof(Peterson.SomebodyAsks));

        Assert.Equal((0, true), (refuted.Lasso.Stem.Length, refuted.Lasso.Stutters));
    }

    [Fact]
    public void Weak_fairness_does_not_keep_a_waiting_client_from_starving()
    {
        var refuted = Refutation(new SharedLock(), SharedLocks(c => new SharedLock.Event.Acquire(c)), nameof(SharedLock.Served));

        Assert.False(refuted.Lasso.Stutters);
        Assert.Contains(refuted.Lasso.Fairness, f => f.ToString().StartsWith("WF Acquire(", StringComparison.Ordinal) && f.DisabledAfter is not null);
    }

    [Fact]
    public void Strong_fairness_does() =>
        Assert.IsType<LivenessVerdict.Holds>(LivenessCheck.Explore(new SharedLock(), SharedLocks(c => new SharedLock.Event.Obtain(c)))[nameof(SharedLock.Served)]);

    [Fact]
    public void Strong_fairness_of_the_case_as_a_whole_serves_somebody_but_not_everybody()
    {
        var universe = SharedLocks(c => new SharedLock.Event.Grab(c));

        Assert.IsType<LivenessVerdict.Holds>(LivenessCheck.Explore(new SharedLock(), universe)[nameof(SharedLock.Used)]);
        Refutation(new SharedLock(), universe, nameof(SharedLock.Served));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Leader_is_elected_when_no_message_is_lost(int size) =>
        Assert.True(LivenessCheck.Explore(new Election(size), Ring(size, withLoss: false)).Holds);

    [Fact]
    public void Leader_may_never_be_elected_when_messages_are_lost() => Refutation(new Election(3), Ring(3, withLoss: true), nameof(Election.LeaderIsElected));

    [Fact]
    public void Two_phase_commit_terminates_when_the_coordinator_is_fair() =>
        Assert.True(LivenessCheck.Explore(new Commit(), Commits((commits, c) => new Commit.Event.Decide(commits, c))).Holds);

    [Fact]
    public void Two_phase_commit_blocks_when_the_coordinator_falls_silent()
    {
        var refuted = Refutation(new Commit(), Commits((commits, c) => new Commit.Event.DecideIfItLikes(commits, c)), nameof(Commit.Terminates));

        Assert.Equal(Commit.Place.Prepared, ((Commit.State)refuted.Lasso.Stem.Last).Managers[(Client)refuted.Arguments.Single().Value!]);
    }

    private static LivenessVerdict.Refuted Refutation(EventSystem system, Universe universe, string property)
    {
        var refuted = Assert.IsType<LivenessVerdict.Refuted>(LivenessCheck.Explore(system, universe)[property]);
        Assert.True(refuted.Lasso.IsRunOf(system));
        return refuted;
    }

    private static Universe Petersons(params Func<bool, Peterson.Event>[] events) =>
        Universe.Of(2).With(events.SelectMany(e => new[] { e(true), e(false) }));

    private static Universe SharedLocks(Func<Client, SharedLock.Event> acquire) => Universe.Of(2).With(
        Two.SelectMany(c => new[] { new SharedLock.Event.Ask(c), acquire(c), new SharedLock.Event.Release(c) }));

    private static Universe Commits(Func<bool, Client, Commit.Event> decide) => Universe.Of(2).With(
        Two.SelectMany(c => new[] { new Commit.Event.ChooseAbort(c), new Commit.Event.Prepare(c), new Commit.Event.Hear(c), decide(true, c), decide(false, c), new Commit.Event.Obey(c) }));

    private static Universe Ring(int size, bool withLoss)
    {
        var nodes = Enumerable.Range(0, size).ToList();
        var messages = nodes.SelectMany(to => nodes.Select(id => new Election.Message(to, id))).ToList();
        IEnumerable<Election.Event> events = [.. nodes.Select(n => new Election.Event.Start(n)), .. messages.Select(m => new Election.Event.Deliver(m))];
        return Universe.Of(size).With(withLoss ? events.Concat(messages.Select(m => new Election.Event.Lose(m))) : events);
    }
}
