using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Igloo.Monitoring.Failures;
using Igloo.Monitoring.Messages;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Telemetry;
using Igloo.Monitoring.Tests.Models;
using Igloo.Monitoring.Timers;
using E = Igloo.Monitoring.Tests.Models.Watch.Event;

namespace Igloo.Monitoring.Tests.Telemetry;

/// <summary>A log, an observer or a meter that blocks its thread delays no event of another thread. Audit sinks may: an intent is recorded before its send.</summary>
public sealed class BlockedListenerTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly ManualResetEventSlim reached = new();
    private readonly ManualResetEventSlim released = new();
    private readonly ManualClock clock = new();
    private Thread? blocked;
    private Exception? blockedFailure;

    public void Dispose()
    {
        released.Set();
        blocked?.Join();
        reached.Dispose();
        released.Dispose();
    }

    [Fact]
    public void Blocked_log_delays_no_event()
    {
        using var monitor = PermissionMonitor.Start(new Watch(), Options());
        BlockBy(() => Refused(() => monitor.Begin(Only(monitor))));

        AssertNotDelayed(() => monitor.Perform(new E.Close()));
    }

    [Fact]
    public void Blocked_observer_of_events_delays_no_event()
    {
        using var monitor = PermissionMonitor.Start(new Watch());
        using var subscription = monitor.Events.Subscribe(new Blocker<MonitoredEvent<E>>(Block));
        BlockBy(() => monitor.Succeed(monitor.Begin(new E.Start("a"))));

        AssertNotDelayed(() => monitor.Perform(new E.Close()));
    }

    [Fact]
    public void Blocked_observer_of_reports_delays_no_event()
    {
        using var monitor = PermissionMonitor.Start(new Watch());
        using var subscription = monitor.Reports.Subscribe(new Blocker<MonitorReport>(Block));
        BlockBy(() => Refused(() => monitor.Begin(Only(monitor))));

        AssertNotDelayed(() => monitor.Perform(new E.Close()));
    }

    [Theory]
    [InlineData("igloo.monitor.events")]
    [InlineData("igloo.monitor.violations")]
    public void Blocked_meter_delays_no_event(string instrument)
    {
        var name = $"watch-{Guid.NewGuid():N}";
        using var monitor = PermissionMonitor.Start(new Watch(), new() { Name = name });
        using var listener = new MeterListener();
        listener.InstrumentPublished = (i, l) =>
        {
            if (i.Name == instrument) l.EnableMeasurementEvents(i);
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            if (tags[0].Value is string component && component == name) Block();
        });
        listener.Start();
        BlockBy(() => Refused(() => monitor.Begin(Only(monitor))));

        AssertNotDelayed(() => monitor.Perform(new E.Close()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Blocked_log_of_a_timer_delays_no_other_timer(bool isCancelling)
    {
        using var monitor = PermissionMonitor.Start(new Watch(), Options());
        using var timers = monitor.Timers((string timer) => new E.Expire(timer));
        timers.Start(new E.Start("only"), Second);
        BlockBy(() => Refused(() => timers.Start(new E.Start("a"), Second)));

        AssertNotDelayed(() =>
        {
            if (isCancelling) timers.Cancel(new E.Cancel("only"));
            else Refused(() => timers.Start(new E.Start("b"), Second));
        });
    }

    [Fact]
    public void Blocked_observer_of_an_expiry_delays_no_other_timer()
    {
        using var monitor = PermissionMonitor.Start(new Watch(), new() { Clock = clock });
        using var timers = monitor.Timers((string timer) => new E.Expire(timer));
        timers.Start(new E.Start("a"), Second);
        clock.Pass(1);
        using var subscription = monitor.Events.Subscribe(new Blocker<MonitoredEvent<E>>(Block));
        BlockBy(() => timers.ExpireAsync<E.Expire>(TestContext.Current.CancellationToken).AsTask().GetAwaiter().GetResult());

        AssertNotDelayed(() => timers.Start(new E.Start("b"), Second));
    }

    [Fact]
    public void Blocked_observer_of_a_suspicion_delays_no_sign_of_life()
    {
        using var monitor = PermissionMonitor.Start(new Watch(), new() { Clock = clock });
        using var detector = monitor.FailureDetector([1, 2], Second, node => new E.Suspect(node));
        clock.Pass(0.6);
        detector.Heard(2);
        clock.Pass(0.6);
        using var subscription = monitor.Events.Subscribe(new Blocker<MonitoredEvent<E>>(Block));
        BlockBy(() => detector.SuspectAsync<E.Suspect>(TestContext.Current.CancellationToken).AsTask().GetAwaiter().GetResult());

        AssertNotDelayed(() => detector.Heard(2));
    }

    [Fact]
    public void Blocked_log_delays_nobody_who_waits_for_the_monitor_lock()
    {
        using var monitor = PermissionMonitor.Start(new Watch(), Options());
        var gate = monitor.LockWith(() => monitor.State);
        BlockBy(() =>
        {
            using var held = gate.Enter();
            Refused(() => monitor.Begin(Only(monitor)));
        });

        AssertNotDelayed(() =>
        {
            using var held = gate.Enter();
            monitor.Perform(new E.Close());
        });
    }

    [Fact]
    public void Blocked_log_of_a_release_that_is_a_violation_delays_nobody_who_waits_for_the_monitor_lock()
    {
        using var monitor = PermissionMonitor.Start(new Watch(), Options());
        var isWrong = true;
        var gate = monitor.LockWith(() => isWrong ? monitor.State with { IsOpen = false } : monitor.State);
        BlockBy(() => Assert.Throws<GhostViolationException>(() =>
        {
            using var held = gate.Enter();
        }));
        isWrong = false;

        AssertNotDelayed(() =>
        {
            using var held = gate.Enter();
        });
    }

    [Fact]
    public void Blocked_log_of_one_port_delays_no_other_port()
    {
        using var monitor = PermissionMonitor.Start(new Dialogue(), new() { Log = _ => Block() });
        using var one = monitor.Over(Port("one"));
        using var other = monitor.Over(Port("other"));
        BlockBy(() => Refused(() => one.SendAsync(new Dialogue.Event.Say(7)).AsTask().GetAwaiter().GetResult()));

        AssertNotDelayed(() => other.SendAsync(new Dialogue.Event.Say(0)).AsTask().GetAwaiter().GetResult());
    }

    private static ChannelPort<Dialogue.Event> Port(string name) =>
        new(name, Channel.CreateUnbounded<Dialogue.Event>().Reader, Channel.CreateUnbounded<Dialogue.Event>().Writer);

    private static E.Start Only(PermissionMonitor<Watch.State, E> monitor)
    {
        monitor.Succeed(monitor.Begin(new E.Start("only")));
        return new E.Start("a");
    }

    private static void Refused(Action action) => Assert.Throws<PermissionViolationException>(action);

    private MonitorOptions<Watch.State, E> Options() => new() { Clock = clock, Log = _ => Block() };

    // The first call blocks, later ones do not.
    private void Block()
    {
        if (reached.IsSet) return;
        reached.Set();
        released.Wait();
    }

    private void BlockBy(Action action)
    {
        blocked = new Thread(() => blockedFailure = Record.Exception(action)) { IsBackground = true };
        blocked.Start();
        Assert.True(reached.Wait(TimeSpan.FromSeconds(30)), "Nobody was called.");
    }

    private void AssertNotDelayed(Action action)
    {
        Exception? failure = null;
        var other = new Thread(() => failure = Record.Exception(action)) { IsBackground = true };
        other.Start();
        var isDone = other.Join(TimeSpan.FromSeconds(30));
        released.Set();
        blocked!.Join();
        other.Join();
        Assert.True(isDone, "The event was delayed.");
        Assert.Null(failure);
        Assert.Null(blockedFailure);
    }

    private sealed class Blocker<T>(Action block) : IObserver<T>
    {
        public void OnNext(T value) => block();

        public void OnError(Exception error)
        {
        }

        public void OnCompleted()
        {
        }
    }
}
