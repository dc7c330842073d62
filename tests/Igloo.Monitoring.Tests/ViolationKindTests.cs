using Igloo.Monitoring.Auditing;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Tests.Datagrams;
using Igloo.Monitoring.Tests.Models;
using E = Igloo.Monitoring.Tests.Models.Counter.Event;

namespace Igloo.Monitoring.Tests;

/// <summary>Every kind of violation says what happened, where, and what to do.</summary>
public sealed class ViolationKindTests
{
    private readonly ManualClock clock = new();
    private readonly List<MonitorReport> reports = [];

    [Fact]
    public void Receive_without_permission()
    {
        var monitor = PermissionMonitor.Start(new Window(), new() { Name = "Window w1", Clock = clock });

        Matches("ReceiveWithoutPermission", Assert.Throws<PermissionViolationException>(() => monitor.Begin(new Window.Event.Receive(0), channel: "udp at 127.0.0.1:9001")));
    }

    [Fact]
    public void Send_that_nothing_near_permits()
    {
        using var monitor = Start();
        monitor.TryDo(new E.Keep(0));

        Matches("NothingNear", Assert.Throws<PermissionViolationException>(() => monitor.Begin(new E.Keep(0))));
    }

    [Fact]
    public void Violation_after_the_first_is_perhaps_a_consequence()
    {
        using var monitor = Start(new() { Policy = ViolationPolicy.Observe });
        monitor.Begin(new E.Keep(7));
        monitor.Begin(new E.Lose(8));

        Snapshot.Matches("AfterViolation", reports[1].ToString());
    }

    [Fact]
    public void Refusal_of_a_search_that_was_cut_is_no_violation()
    {
        var monitor = PermissionMonitor.Start(new Either(), new() { Automatic = Either.Hidden, MostStatesCheckedAtStart = 0, LargestClosure = 1, Clock = clock });

        Matches("Inconclusive", Assert.Throws<PermissionViolationException>(() => monitor.Begin(new Either.Event.Emit(1))));
    }

    [Fact]
    public void Event_that_would_disable_an_input_in_flight()
    {
        using var monitor = Start();
        monitor.Begin(new E.Take(0));

        Matches("DisablesInput", Assert.Throws<PermissionViolationException>(() => monitor.Perform(new E.Jump(3))));
    }

    [Fact]
    public void Model_that_fails_on_an_output()
    {
        using var monitor = Start();
        monitor.Perform(new E.Jump(int.MaxValue));

        Matches("ModelFault", Assert.Throws<PermissionViolationException>(() => monitor.Begin(new E.Keep(int.MaxValue))));
    }

    [Fact]
    public void Model_that_fails_on_an_input()
    {
        using var monitor = Start();
        monitor.TryDo(new E.Take(int.MaxValue));
        monitor.TryDo(new E.Take(1));

        Snapshot.Matches("FaultOnInput", Assert.Single(reports).ToString());
    }

    [Fact]
    public void Ill_typed_input()
    {
        using var monitor = Start(new() { Samples = [new E.Ask(0, 100)] });
        monitor.Deliver(monitor.Begin(new E.Ask(0, 0)), new E.Ask(0, -1));

        Snapshot.Matches("IllTypedInput", Assert.Single(reports).ToString());
    }

    [Fact]
    public void Component_that_has_stopped()
    {
        using var monitor = Start();
        monitor.Fail(monitor.Begin(new E.Stop(0)));

        Matches("Stopped", Assert.Throws<PermissionViolationException>(() => monitor.Begin(new E.Keep(1))));
    }

    [Fact]
    public void Bytes_that_are_no_event()
    {
        using var monitor = Start();

        Matches("NoEvent", Assert.Throws<PermissionViolationException>(() => monitor.RefuseBytes("3 bytes", "udp to 127.0.0.1:9001", 3)));
    }

    [Fact]
    public void Program_whose_state_is_none_of_the_models()
    {
        using var monitor = Start();
        var gate = monitor.LockWith(() => new Counter.State(1, 0));

        Matches("Abstraction", Assert.Throws<GhostViolationException>(() =>
        {
            using var held = gate.Enter();
        }));
    }

    [Fact]
    public void Value_without_an_encoding() => Matches("Precondition", Assert.Throws<PreconditionViolationException>(() => new RingCodec().Encode(new RingNode.Event.Send(new(1), new(1_000)), new byte[4])));

    [Fact]
    public void Event_outside_the_lock()
    {
        using var monitor = Start();
        monitor.LockWith(() => new Counter.State(0, 0));

        Matches("OutsideLock", Assert.Throws<InvalidOperationException>(() => monitor.Perform(new E.Jump(2))));
    }

    [Fact]
    public async Task Receive_that_does_not_say_what_to_do_inside_the_lock()
    {
        using var loopback = new Loopback();
        loopback.Node.Monitor.LockWith(() => loopback.Node.Monitor.State);

        Matches("WithoutAcceptance", await Assert.ThrowsAsync<InvalidOperationException>(async () => await loopback.Node.ReceiveAsync<RingNode.Event.Receive>(Loopback.Cancellation)));
    }

    [Fact]
    public void Second_lock()
    {
        using var monitor = Start();
        monitor.LockWith(() => new Counter.State(0, 0));

        Matches("SecondLock", Assert.Throws<InvalidOperationException>(() => monitor.LockWith(() => new Counter.State(0, 0))));
    }

    [Fact]
    public void Sink_that_calls_its_monitor()
    {
        var sink = new CallingSink();
        using var monitor = Start(new() { Audit = sink });
        sink.Call = () =>
        {
            sink.Call = () => { };
            monitor.Perform(new E.Jump(5));
        };

        Matches("Reentrance", Assert.Throws<LockRecursionException>(() => monitor.Perform(new E.Jump(2))));
    }

    private static void Matches(string name, Exception refusal) => Snapshot.Matches(name, refusal.Message);

    private PermissionMonitor<Counter.State, E> Start(MonitorOptions<Counter.State, E>? options = null) =>
        PermissionMonitor.Start(new Counter(), (options ?? new()) with { Name = "Counter c1", Clock = clock, Log = reports.Add });

    private sealed class CallingSink : IAuditSink<E>
    {
        public Action Call { get; set; } = () => { };

        public void Record(in AuditEntry<E> entry) => Call();
    }
}
