using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Igloo.Monitoring.Messages;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Telemetry;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.Counter.Event;

namespace Igloo.Monitoring.Tests.Telemetry;

/// <summary>What listens changes nothing of what the program may do: what it throws reaches no operation, loses no call, silences nobody else, and is told once.</summary>
public sealed class FailingListenerTests
{
    private readonly string name = $"counter-{Guid.NewGuid():N}";
    private readonly List<MonitorReport> reports = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Observer_of_events_that_throws_loses_no_call()
    {
        using var monitor = Start();
        using var failing = monitor.Events.Subscribe(new Thrower<MonitoredEvent<E>>());

        MakesEveryEvent(monitor);
    }

    [Fact]
    public void Observer_of_events_that_throws_is_taken_out_and_the_others_hear_everything()
    {
        using var monitor = Start();
        var (before, failing, after) = (new Hearing<MonitoredEvent<E>>(), new Thrower<MonitoredEvent<E>>(), new Hearing<MonitoredEvent<E>>());
        using var first = monitor.Events.Subscribe(before);
        using var second = monitor.Events.Subscribe(failing);
        using var third = monitor.Events.Subscribe(after);

        MakesEveryEvent(monitor);

        Assert.Equal(1, failing.Calls);
        Assert.Equal(3, before.All.Count);
        Assert.Equal(before.All, after.All);
        Assert.Equal("LISTENER FAILURE, an observer of events, which was taken out: InvalidOperationException: deaf", Assert.Single(reports).ToString());
    }

    [Fact]
    public void Each_observer_that_throws_is_told()
    {
        using var monitor = Start();
        using var one = monitor.Events.Subscribe(new Thrower<MonitoredEvent<E>>());
        using var other = monitor.Events.Subscribe(new Thrower<MonitoredEvent<E>>());

        MakesEveryEvent(monitor);

        Assert.Equal(2, reports.Count);
    }

    [Fact]
    public void Observer_of_reports_that_throws_leaves_the_refusal_as_it_is_and_is_told_to_the_others()
    {
        using var monitor = Start();
        var (failing, heard) = (new Thrower<MonitorReport>(), new Hearing<MonitorReport>());
        using var first = monitor.Reports.Subscribe(failing);
        using var second = monitor.Reports.Subscribe(heard);

        for (var i = 0; i < 2; i++) Assert.Throws<PermissionViolationException>(() => monitor.Begin(new E.Keep(7)));

        Assert.Equal(1, failing.Calls);
        Assert.Equal(["Violation", "ListenerFailure", "Violation"], Kinds(reports));
        Assert.Equal(reports, heard.All);
    }

    [Fact]
    public void Log_that_throws_leaves_the_refusal_as_it_is_is_called_again_and_is_told_once()
    {
        var logged = new List<MonitorReport>();
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Log = report => Throw(() => logged.Add(report)) });
        var heard = new Hearing<MonitorReport>();
        using var subscription = monitor.Reports.Subscribe(heard);

        for (var i = 0; i < 2; i++) Assert.Throws<PermissionViolationException>(() => monitor.Begin(new E.Keep(7)));

        Assert.Equal(["Violation", "ListenerFailure", "Violation"], Kinds(heard.All));
        Assert.Equal(heard.All, logged);
    }

    [Fact]
    public void Log_that_throws_does_not_silence_the_one_that_was_added_to_it()
    {
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Log = (_ => Throw(() => { })) + (Action<MonitorReport>)reports.Add });

        Assert.Throws<PermissionViolationException>(() => monitor.Begin(new E.Keep(7)));

        Assert.Equal(["Violation", "ListenerFailure"], Kinds(reports));
    }

    [Fact]
    public void Log_that_throws_leaves_the_outcome_of_an_input_as_it_is()
    {
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Log = _ => Throw(() => { }) });
        monitor.TryDo(new E.Take(int.MaxValue));
        var call = monitor.Begin(new E.Take(0));

        Assert.Equal(InputOutcome.ModelFault, monitor.Deliver(call, new E.Take(1)));
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(call, new E.Take(0)));
    }

    [Fact]
    public void Log_that_throws_lets_the_lock_go()
    {
        using var monitor = PermissionMonitor.Start(new Counter(), new() { Log = _ => Throw(() => { }) });
        var gate = monitor.LockWith(() => monitor.State);

        using (gate.Enter())
        {
            Assert.Throws<PermissionViolationException>(() => monitor.Begin(new E.Keep(7)));
        }

        using var held = gate.Enter();
        Assert.True(monitor.TryDo(new E.Keep(0)));
    }

    [Theory]
    [InlineData("igloo.monitor.events")]
    [InlineData("igloo.monitor.violations")]
    [InlineData("igloo.monitor.reports")]
    public void Meter_that_throws_loses_no_call_and_is_told_once(string instrument)
    {
        using var listener = new MeterListener();
        listener.InstrumentPublished = (i, l) =>
        {
            if (i.Name == instrument) l.EnableMeasurementEvents(i);
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            if (tags[0].Value is string component && component == name) Throw(() => { });
        });
        listener.Start();
        using var monitor = Start();

        MakesEveryEvent(monitor);
        for (var i = 0; i < 2; i++) Assert.Throws<PermissionViolationException>(() => monitor.Begin(new E.Keep(7)));

        Assert.Single(reports, r => r.ToString()!.StartsWith("LISTENER FAILURE, a listener to meters", StringComparison.Ordinal));
        Assert.Equal(2, reports.Count(r => r is MonitorReport.Violation));
    }

    [Theory]
    [InlineData("sample")]
    [InlineData("start")]
    [InlineData("stop")]
    public void Trace_that_throws_loses_no_call_and_is_told_once(string when)
    {
        var own = Environment.CurrentManagedThreadId;
        void At(string point)
        {
            if (point == when && Environment.CurrentManagedThreadId == own) Throw(() => { });
        }

        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == MonitorInstruments.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
            {
                At("sample");
                return ActivitySamplingResult.AllData;
            },
            ActivityStarted = _ => At("start"),
            ActivityStopped = _ => At("stop"),
        };
        ActivitySource.AddActivityListener(listener);
        using var monitor = Start();
        var around = Activity.Current;

        MakesEveryEvent(monitor);

        Assert.Same(around, Activity.Current);
        Assert.StartsWith("LISTENER FAILURE, a listener to traces", Assert.Single(reports).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Observer_that_throws_at_the_end_keeps_no_other_from_hearing_of_it()
    {
        var monitor = Start();
        var after = new Hearing<MonitoredEvent<E>>();
        using var first = monitor.Events.Subscribe(new Thrower<MonitoredEvent<E>>());
        using var second = monitor.Events.Subscribe(after);

        monitor.Dispose();

        Assert.True(after.HasEnded);
        Assert.Single(reports);
    }

    [Fact]
    public async Task Message_is_sent_and_received_whatever_an_observer_throws()
    {
        using var monitor = PermissionMonitor.Start(new Dialogue(), new() { Log = reports.Add });
        var (incoming, outgoing) = (Channel.CreateUnbounded<Dialogue.Event>(), Channel.CreateUnbounded<Dialogue.Event>());
        using var port = monitor.Over(new ChannelPort<Dialogue.Event>("channels", incoming.Reader, outgoing.Writer));
        incoming.Writer.TryWrite(new Dialogue.Event.Hear("one"));

        using (monitor.Events.Subscribe(new Thrower<MonitoredEvent<Dialogue.Event>>())) await port.SendAsync(new Dialogue.Event.Say(0), Cancellation);
        using var second = monitor.Events.Subscribe(new Thrower<MonitoredEvent<Dialogue.Event>>());
        var heard = await port.ReceiveAsync<Dialogue.Event.Hear>(Cancellation);

        Assert.Equal(new Dialogue.Event.Say(0), await outgoing.Reader.ReadAsync(Cancellation));
        Assert.Equal("one", heard!.Word);
        Assert.Equal(1, monitor.Health.PossibleStates);
        monitor.Perform(new Dialogue.Event.Skip(100));
    }

    private static void Throw(Action first)
    {
        first();
        throw new InvalidOperationException("deaf");
    }

    private static IEnumerable<string> Kinds(IEnumerable<MonitorReport> reports) => reports.Select(r => r.GetType().Name);

    private PermissionMonitor<Counter.State, E> Start() => PermissionMonitor.Start(new Counter(), new() { Name = name, Log = reports.Add });

    // Three events; afterwards no outcome is unknown and no permission is reserved, or the jump would be refused.
    private static void MakesEveryEvent(PermissionMonitor<Counter.State, E> monitor)
    {
        var output = monitor.Begin(new E.Keep(0));
        monitor.Succeed(output);
        var input = monitor.Begin(new E.Take(0));
        Assert.Equal(InputOutcome.Accepted, monitor.Deliver(input, new E.Take(5)));
        Assert.Equal(1, monitor.Health.PossibleStates);
        monitor.Perform(new E.Jump(3));
        Assert.Equal(new Counter.State(3, 5), monitor.State);
    }

    private sealed class Thrower<T> : IObserver<T>
    {
        public int Calls { get; private set; }

        public void OnNext(T value) => Fail();

        public void OnError(Exception error) => Fail();

        public void OnCompleted() => Fail();

        private void Fail() => Throw(() => Calls++);
    }

    private sealed class Hearing<T> : IObserver<T>
    {
        public List<T> All { get; } = [];

        public bool HasEnded { get; private set; }

        public void OnNext(T value) => All.Add(value);

        public void OnError(Exception error) => throw error;

        public void OnCompleted() => HasEnded = true;
    }
}
