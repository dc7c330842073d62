using Igloo.Monitoring.Failures;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.Watch.Event;

namespace Igloo.Monitoring.Tests.Failures;

/// <summary>Who is silent for too long is suspected, once and for good.</summary>
public sealed class MonitoredFailureDetectorTests : IDisposable
{
    private readonly ManualClock clock = new();
    private readonly List<MonitorReport> reports = [];
    private readonly PermissionMonitor<Watch.State, E> monitor;
    private readonly MonitoredFailureDetector<Watch.State, E, int> detector;

    public MonitoredFailureDetectorTests()
    {
        monitor = PermissionMonitor.Start(new Watch(), new() { Clock = clock, Log = reports.Add });
        detector = monitor.FailureDetector([1, 2], TimeSpan.FromSeconds(1), node => new E.Suspect(node));
    }

    public void Dispose() => detector.Dispose();

    [Fact]
    public async Task Silent_participant_is_suspected_and_its_event_recorded()
    {
        clock.Pass(0.6);
        detector.Heard(2);
        clock.Pass(0.6);

        Assert.Equal(1, (await Suspect()).Node);
        Assert.Equal([1], monitor.State.Crashed);
    }

    [Fact]
    public void Participant_that_is_heard_in_time_is_not_suspected()
    {
        var waiting = Suspect();

        for (var i = 0; i < 10; i++)
        {
            clock.Pass(0.9);
            detector.Heard(1);
            detector.Heard(2);
        }

        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public async Task Suspicion_comes_once()
    {
        clock.Pass(1);
        Assert.Equal([1, 2], new[] { (await Suspect()).Node, (await Suspect()).Node }.Order());

        clock.Pass(10);

        Assert.False(Suspect().IsCompleted);
    }

    [Fact]
    public async Task Suspect_that_is_heard_is_reported_as_the_end_of_the_assumption()
    {
        clock.Pass(1);
        await Suspect();
        await Suspect();

        detector.Heard(1);

        Assert.Equal("ENVIRONMENT ASSUMPTION NOT MET: 1 was suspected to have crashed, and was heard", Assert.Single(reports).ToString());
        Assert.False(Suspect().IsCompleted);
    }

    [Fact]
    public void Stranger_that_is_heard_is_ignored()
    {
        detector.Heard(7);
        clock.Pass(0.9);

        Assert.False(Suspect().IsCompleted);
        Assert.Empty(reports);
    }

    [Fact]
    public async Task Own_heartbeats_come_at_once_and_then_every_period_until_they_are_ended()
    {
        using var end = new CancellationTokenSource();
        var beats = 0;
        var beating = detector.BeatAsync(_ => { Interlocked.Increment(ref beats); return default; }, TimeSpan.FromSeconds(0.25), end.Token);
        Assert.Equal(1, beats);

        for (var i = 2; i <= 4; i++)
        {
            clock.Pass(0.25);
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref beats) == i, TimeSpan.FromMinutes(1)));
        }

        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => beating);
    }

    [Fact]
    public async Task Suspect_that_is_heard_is_not_suspected_again()
    {
        clock.Pass(1);
        await Suspect();
        await Suspect();

        detector.Heard(1);
        clock.Pass(5);

        Assert.False(Suspect().IsCompleted);
    }

    private Task<E.Suspect> Suspect() => detector.SuspectAsync<E.Suspect>(TestContext.Current.CancellationToken).AsTask();
}
