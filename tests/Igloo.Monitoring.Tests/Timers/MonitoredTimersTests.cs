using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Tests.Models;
using Igloo.Monitoring.Timers;
using E = Igloo.Monitoring.Tests.Models.Watch.Event;

namespace Igloo.Monitoring.Tests.Timers;

/// <summary>Timers behave as their environment model says, and only as the component may.</summary>
public sealed class MonitoredTimersTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly ManualClock clock = new();
    private readonly PermissionMonitor<Watch.State, E> monitor;
    private readonly MonitoredTimers<Watch.State, E, string> timers;

    public MonitoredTimersTests()
    {
        monitor = PermissionMonitor.Start(new Watch(), new() { Clock = clock });
        timers = monitor.Timers((string timer) => new E.Expire(timer));
    }

    public void Dispose() => timers.Dispose();

    [Fact]
    public async Task Timer_expires_when_it_is_due_and_not_before()
    {
        timers.Start(new E.Start("a"), Second);
        clock.Pass(0.5);
        var waiting = Expire();
        Assert.False(waiting.IsCompleted);

        clock.Pass(0.5);

        Assert.Equal("a", (await waiting).Timer);
    }

    [Fact]
    public async Task Expiry_is_an_event_of_the_component_before_the_program_gets_it()
    {
        timers.Start(new E.Start("a"), Second);
        clock.Pass(1);

        await Expire();

        Assert.Contains("a", monitor.State.Expired);
    }

    [Fact]
    public void Expiry_that_nobody_waits_for_is_no_event_yet()
    {
        timers.Start(new E.Start("a"), Second);

        clock.Pass(1);

        Assert.Contains("a", monitor.State.Running);
    }

    [Fact]
    public async Task Timer_that_is_not_permitted_is_not_started()
    {
        timers.Start(new E.Start("only"), Second * 5);

        Assert.Throws<PermissionViolationException>(() => timers.Start(new E.Start("a"), Second));

        clock.Pass(5);
        Assert.Equal("only", (await Expire()).Timer);
    }

    [Fact]
    public async Task Expiry_that_is_not_permitted_is_not_waited_for()
    {
        monitor.Perform(new E.Close());

        await Assert.ThrowsAsync<PermissionViolationException>(Expire);
    }

    [Fact]
    public void Waiting_reserves_the_permission_to_expire()
    {
        var waiting = Expire();

        Assert.Throws<PermissionViolationException>(() => monitor.Perform(new E.Close()));
        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public async Task Cancelled_timer_does_not_expire_even_when_it_was_due()
    {
        timers.Start(new E.Start("a"), Second);
        timers.Start(new E.Start("b"), Second * 2);
        clock.Pass(3);

        timers.Cancel(new E.Cancel("a"));

        Assert.Equal("b", (await Expire()).Timer);
    }

    [Fact]
    public async Task Timer_that_is_started_again_expires_once_and_later()
    {
        timers.Start(new E.Start("a"), Second);
        clock.Pass(1);
        timers.Start(new E.Start("a"), Second);
        var waiting = Expire();
        Assert.False(waiting.IsCompleted);

        clock.Pass(1);

        await waiting;
        Assert.False(Expire().IsCompleted);
    }

    [Fact]
    public async Task Wait_that_is_cancelled_is_no_event_and_the_next_one_gets_the_expiry()
    {
        using var giveUp = new CancellationTokenSource();
        timers.Start(new E.Start("a"), Second);
        var waiting = timers.ExpireAsync<E.Expire>(giveUp.Token).AsTask();

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        clock.Pass(1);
        Assert.Equal("a", (await Expire()).Timer);
    }

    [Fact]
    public async Task Expiry_that_cannot_be_recorded_has_not_happened_and_is_told_later()
    {
        var sink = new FailingSink();
        var audited = PermissionMonitor.Start(new Watch(), new() { Clock = clock, Audit = sink });
        using var own = audited.Timers((string timer) => new E.Expire(timer));
        own.Start(new E.Start("a"), Second);
        clock.Pass(1);
        sink.IsFull = true;

        await Assert.ThrowsAsync<IOException>(() => own.ExpireAsync<E.Expire>(TestContext.Current.CancellationToken).AsTask());

        Assert.Empty(audited.State.Expired);
        sink.IsFull = false;
        Assert.Equal("a", (await own.ExpireAsync<E.Expire>(TestContext.Current.CancellationToken)).Timer);
    }

    [Fact]
    public async Task Under_a_monitor_lock_the_expiry_is_taken_over_inside_it()
    {
        var program = monitor.State;
        var gate = monitor.LockWith(() => program);
        using (gate.Enter())
        {
            timers.Start(new E.Start("a"), Second);
            program = monitor.State;
        }

        clock.Pass(1);
        await timers.ExpireAsync<E.Expire>(_ => program = monitor.State, TestContext.Current.CancellationToken);

        Assert.Contains("a", program.Expired);
    }

    [Fact]
    public void Time_that_makes_no_sense_starts_nothing_and_gives_the_permission_back()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => timers.Start(new E.Start("only"), -Second));

        Assert.DoesNotContain("only", monitor.State.Running);
        timers.Start(new E.Start("a"), Second);
    }

    [Fact]
    public void Event_on_another_operation_is_no_start() => Assert.Throws<ArgumentException>(() => timers.Start(new E.Cancel("a"), Second));

    [Fact]
    public async Task Disposed_timers_end_the_wait()
    {
        timers.Start(new E.Start("a"), Second);
        var waiting = Expire();

        timers.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
    }

    [Fact]
    public async Task Wait_that_is_cancelled_holds_no_permission()
    {
        using var ending = new CancellationTokenSource();
        var waiting = timers.ExpireAsync<E.Expire>(ending.Token).AsTask();
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        monitor.Perform(new E.Close());
    }

    [Fact]
    public async Task Expiry_that_one_waiter_could_not_record_is_told_to_another()
    {
        var sink = new FailingSink();
        using var recorded = PermissionMonitor.Start(new Watch(), new() { Clock = clock, Audit = sink, OnAuditFailure = AuditFailurePolicy.Refuse });
        using var watched = recorded.Timers((string timer) => new E.Expire(timer));
        watched.Start(new E.Start("a"), Second);
        Task<E.Expire>[] waiting = [.. Enumerable.Range(0, 2).Select(_ => watched.ExpireAsync<E.Expire>(TestContext.Current.CancellationToken).AsTask())];
        sink.FailsOnce = true;

        clock.Pass(1);
        // Whoever fails wakes the other before its own task has ended.
        await Assert.ThrowsAsync<IOException>(() => Task.WhenAll(waiting).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));

        Assert.Equal("a", (await Assert.Single(waiting, w => w.IsCompletedSuccessfully)).Timer);
    }

    [Fact]
    public async Task Expiry_that_the_component_may_not_have_any_more_is_not_told()
    {
        var reports = new System.Collections.Concurrent.ConcurrentQueue<MonitorReport>();
        using var watching = PermissionMonitor.Start(new Watch(), new() { Clock = clock, Log = reports.Enqueue });
        using var watched = watching.Timers((string timer) => new E.Expire(timer));
        watched.Start(new E.Start("a"), Second);
        var waiting = watched.ExpireAsync<E.Expire>(TestContext.Current.CancellationToken).AsTask();
        watching.Stop();

        clock.Pass(1);
        Assert.True(SpinWait.SpinUntil(() => !reports.IsEmpty, TimeSpan.FromMinutes(1)));
        watched.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    }

    private Task<E.Expire> Expire() => timers.ExpireAsync<E.Expire>(TestContext.Current.CancellationToken).AsTask();

    private sealed class FailingSink : IAuditSink<E>
    {
        public bool IsFull { get; set; }

        public bool FailsOnce { get; set; }

        public void Record(in AuditEntry<E> entry)
        {
            if (FailsOnce)
            {
                FailsOnce = false;
                throw new IOException("The disk was full.");
            }

            if (IsFull) throw new IOException("The disk is full.");
        }
    }
}
