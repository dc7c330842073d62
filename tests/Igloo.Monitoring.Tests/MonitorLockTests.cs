using System.Net;
using System.Net.Sockets;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Streams;
using Igloo.Monitoring.Tests.Datagrams;
using Igloo.Monitoring.Tests.Models;
using Igloo.Monitoring.Tests.Streams;
using Igloo.Values;

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

    [Fact]
    public void Lock_that_is_held_cannot_live_across_an_await() =>
        Assert.True(typeof(MonitorLock<Counter.State, Counter.Event>.Held).IsByRefLike);

    [Fact]
    public void Release_passes_when_some_state_of_the_model_is_that_of_the_program()
    {
        var either = PermissionMonitor.Start(new Either(), new() { Automatic = Either.Hidden, MostStatesCheckedAtStart = 0 });
        var state = new Either.State(First: false, Second: true, IsChosen: true);
        var gate = either.LockWith(() => state);

        gate.Enter().Dispose();
        state = new(First: true, Second: true, IsChosen: true);

        Assert.Throws<GhostViolationException>(() => gate.Enter().Dispose());
    }

    [Fact]
    public void Release_is_a_violation_when_the_program_fits_only_one_of_two_outcomes()
    {
        var gate = monitor.LockWith(() => new Counter.State(count, 0));
        Assert.Throws<GhostViolationException>(() =>
        {
            using var held = gate.Enter();
            monitor.Fail(monitor.Begin(new Counter.Event.Doubt(0)));
        });
    }

    [Fact]
    public async Task No_lock_is_held_while_a_send_waits_for_its_peer()
    {
        var (stall, wire) = (new TaskCompletionSource(), new Wire());
        wire.Stalled = stall.Task;
        var state = new Dialogue().Initial;
        var dialogue = Dialogues.Start();
        await using var connection = dialogue.Over(wire, Dialogues.Protocol);
        var gate = dialogue.LockWith(() => state);
        var sending = Send(0);

        await Task.Run(
            () =>
            {
                using var held = gate.Enter();
                dialogue.Perform(new Dialogue.Event.Skip(5));
                state = state with { Next = 5 };
            },
            TestContext.Current.CancellationToken);

        Assert.False(sending.IsCompleted);
        stall.SetResult();
        await sending;

        Task Send(int n)
        {
            using var held = gate.Enter();
            state = state with { Next = n + 1 };
            return connection.SendAsync(new Dialogue.Event.Say(n), TestContext.Current.CancellationToken).AsTask();
        }
    }

    [Fact]
    public async Task Send_that_has_to_wait_for_its_turn_would_happen_outside_the_lock_and_is_misuse()
    {
        var (stall, wire) = (new TaskCompletionSource(), new Wire());
        wire.Stalled = stall.Task;
        var said = 1;
        var dialogue = Dialogues.Start();
        await using var connection = dialogue.Over(wire, Dialogues.Protocol);
        var gate = dialogue.LockWith(() => new(said, Seq<string>.Empty));
        var (first, second) = (Send(0), Send(1));

        stall.SetResult();
        await first;

        await Assert.ThrowsAsync<InvalidOperationException>(() => second);
        Assert.Equal(Dialogues.Says(0), wire.Written);
        Assert.Equal(1, dialogue.State.Next);

        Task Send(int n)
        {
            using var held = gate.Enter();
            return connection.SendAsync(new Dialogue.Event.Say(n), TestContext.Current.CancellationToken).AsTask();
        }
    }

    [Fact]
    public async Task Bytes_cannot_be_received_where_a_lock_has_to_take_them_over()
    {
        using var wire = new Wire();
        await using var stream = Dialogues.Start().Wrap(wire, Dialogues.Protocol);
        stream.Monitor.LockWith(() => stream.Monitor.State);
        using var own = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        using var datagrams = PermissionMonitor.Start(new RingNode(new Id(2), default)).Wrap(own, new RingCodec());
        datagrams.Monitor.LockWith(() => datagrams.Monitor.State);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await stream.ReadExactlyAsync(new byte[1], TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await datagrams.ReceiveAsync(TestContext.Current.CancellationToken));

        Assert.Equal(0, wire.Reads);
    }

    private static async Task ReceiveAsync(Loopback loopback, Action<RingNode.Event.Receive> accept) =>
        await loopback.Node.ReceiveAsync(accept, Loopback.Cancellation);
}
