using Igloo.Monitoring.Auditing;
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

    [Fact]
    public async Task Suspicion_that_cannot_be_recorded_is_none_and_comes_again()
    {
        var sink = new Sink();
        using var recording = PermissionMonitor.Start(new Watch(), new() { Clock = clock, Log = reports.Add, Audit = sink });
        using var unrecorded = recording.FailureDetector([1], TimeSpan.FromSeconds(1), node => new E.Suspect(node));
        clock.Pass(1);
        sink.IsFull = true;

        await Assert.ThrowsAsync<IOException>(async () => await unrecorded.SuspectAsync<E.Suspect>(TestContext.Current.CancellationToken));
        Assert.Empty(recording.State.Crashed);
        sink.IsFull = false;

        Assert.Equal(1, (await unrecorded.SuspectAsync<E.Suspect>(TestContext.Current.CancellationToken)).Node);
        Assert.Equal([1], recording.State.Crashed);
    }

    [Fact]
    public async Task Participant_that_is_heard_after_its_suspicion_could_not_be_recorded_is_watched_on()
    {
        var sink = new Sink();
        using var recording = PermissionMonitor.Start(new Watch(), new() { Clock = clock, Log = reports.Add, Audit = sink });
        using var unrecorded = recording.FailureDetector([1], TimeSpan.FromSeconds(1), node => new E.Suspect(node));
        clock.Pass(1);
        sink.IsFull = true;
        await Assert.ThrowsAsync<IOException>(async () => await unrecorded.SuspectAsync<E.Suspect>(TestContext.Current.CancellationToken));
        sink.IsFull = false;

        unrecorded.Heard(1);

        Assert.DoesNotContain(reports, r => r is MonitorReport.AssumptionNotMet);
        var waiting = unrecorded.SuspectAsync<E.Suspect>(TestContext.Current.CancellationToken).AsTask();
        Assert.False(waiting.IsCompleted);
        clock.Pass(1);
        Assert.Equal(1, (await waiting).Node);
    }

    [Fact]
    public async Task Suspicion_that_the_program_fails_to_take_over_has_happened()
    {
        clock.Pass(1);

        await Assert.ThrowsAsync<FormatException>(async () => await detector.SuspectAsync<E.Suspect>(_ => throw new FormatException(), TestContext.Current.CancellationToken));
        var node = Assert.Single(monitor.State.Crashed);
        detector.Heard(node);

        Assert.IsType<MonitorReport.AssumptionNotMet>(Assert.Single(reports));
    }

    private Task<E.Suspect> Suspect() => detector.SuspectAsync<E.Suspect>(TestContext.Current.CancellationToken).AsTask();

    private sealed class Sink : IAuditSink<E>
    {
        public bool IsFull { get; set; }

        public bool WantsState => false;

        public void Record(in AuditEntry<E> entry)
        {
            if (IsFull) throw new IOException("No space left on device");
        }
    }
}
