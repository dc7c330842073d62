using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Tests.Datagrams;
using Igloo.Monitoring.Tests.Models;

namespace Igloo.Monitoring.Tests;

public sealed class MonitorLockTests
{
    private readonly PermissionMonitor<Counter.State, Counter.Event> monitor = PermissionMonitor.Start(new Counter());
    private int count;

    [Fact]
    public void Release_passes_when_program_and_model_agree()
    {
        var gate = monitor.LockWith(() => new Counter.State(count, 0));
        using (gate.Enter())
        {
            count = 2;
            monitor.Perform(new Counter.Event.Jump(2));
        }

        Assert.Equal(2, monitor.State.Count);
    }

    [Fact]
    public void Release_is_a_violation_when_program_and_model_differ()
    {
        var gate = monitor.LockWith(() => new Counter.State(count, 0));

        Assert.Throws<GhostViolationException>(() =>
        {
            using var held = gate.Enter();
            count = 1;
        });
        Assert.Equal(ViolationKind.Abstraction, monitor.FirstViolation!.Kind);
    }

    [Fact]
    public void Event_outside_the_lock_is_misuse()
    {
        monitor.LockWith(() => new Counter.State(count, 0));

        Assert.Throws<InvalidOperationException>(() => monitor.Perform(new Counter.Event.Jump(2)));
    }

    [Fact]
    public void Monitor_has_one_lock_only()
    {
        monitor.LockWith(() => new Counter.State(count, 0));

        Assert.Throws<InvalidOperationException>(() => monitor.LockWith(() => new Counter.State(count, 0)));
    }

    [Fact]
    public async Task Received_message_is_taken_over_inside_the_lock()
    {
        using var loopback = new Loopback();
        var state = loopback.Node.State;
        var gate = loopback.Node.Monitor.LockWith(() => state);
        await loopback.PeerSends(0, 0, 0, 7);
        using (gate.Enter())
        {
            // Nothing changes, and the release finds program and model equal.
        }

        await ReceiveAsync(loopback, r => state = state with { Inbox = state.Inbox.Add(r.Id) });

        Assert.Equal(loopback.Node.State, state);
    }

    private static async Task ReceiveAsync(Loopback loopback, Action<RingNode.Event.Receive> accept) =>
        await loopback.Node.ReceiveAsync(accept, Loopback.Cancellation);
}
