using Igloo.Environments;
using Igloo.Models;
using Around = Igloo.Environments.Interleaving<
    Igloo.Environments.ReliableNetwork<int, string>.State, Igloo.Environments.ReliableNetwork<int, string>.Event,
    Igloo.Environments.Timers<int, string>.State, Igloo.Environments.Timers<int, string>.Event>;

namespace Igloo.Tests.Environments;

public sealed class EnvironmentTests
{
    private static readonly ReliableNetwork<int, string> Reliable = new();
    private static readonly Timers<int, string> Clocks = new();
    private static readonly CrashStopNetwork<int, string> CrashStop = new();

    [Fact]
    public void Reliable_network_delivers_in_the_order_of_sending_and_once()
    {
        var sent = After(Reliable, new ReliableNetwork<int, string>.Event.Transmit(1, 2, "a"), new ReliableNetwork<int, string>.Event.Transmit(1, 2, "b"));

        Assert.Null(Reliable.Next(sent!, new ReliableNetwork<int, string>.Event.Deliver(2, 1, "b")));
        var first = Reliable.Next(sent!, new ReliableNetwork<int, string>.Event.Deliver(2, 1, "a"));
        Assert.Null(Reliable.Next(first!, new ReliableNetwork<int, string>.Event.Deliver(2, 1, "a")));
        Assert.NotNull(Reliable.Next(first!, new ReliableNetwork<int, string>.Event.Deliver(2, 1, "b")));
    }

    [Fact]
    public void Reliable_network_delivers_only_to_the_receiver()
    {
        var sent = After(Reliable, new ReliableNetwork<int, string>.Event.Transmit(1, 2, "a"));

        Assert.Null(Reliable.Next(sent!, new ReliableNetwork<int, string>.Event.Deliver(1, 2, "a")));
        Assert.Null(Reliable.Next(sent!, new ReliableNetwork<int, string>.Event.Deliver(3, 1, "a")));
    }

    [Fact]
    public void Timer_expires_once_after_its_start_and_never_after_it_was_cancelled()
    {
        var expire = new Timers<int, string>.Event.Expire(1, "t");

        Assert.Null(Clocks.Next(Clocks.Initial, expire));
        var started = After(Clocks, new Timers<int, string>.Event.Start(1, "t"));
        Assert.Null(Clocks.Next(started!, new Timers<int, string>.Event.Expire(2, "t")));
        Assert.Null(After(Clocks, new Timers<int, string>.Event.Start(1, "t"), expire, expire));
        Assert.Null(After(Clocks, new Timers<int, string>.Event.Start(1, "t"), new Timers<int, string>.Event.Cancel(1, "t"), expire));
    }

    [Fact]
    public void Crashed_participant_neither_sends_nor_receives_nor_suspects()
    {
        var crashed = After(CrashStop, new CrashStopNetwork<int, string>.Event.Transmit(2, 1, "a"), new CrashStopNetwork<int, string>.Event.Crash(1), new CrashStopNetwork<int, string>.Event.Crash(3));

        Assert.Null(CrashStop.Next(crashed!, new CrashStopNetwork<int, string>.Event.Transmit(1, 2, "b")));
        Assert.Null(CrashStop.Next(crashed!, new CrashStopNetwork<int, string>.Event.Deliver(1, 2, "a")));
        Assert.Null(CrashStop.Next(crashed!, new CrashStopNetwork<int, string>.Event.Suspect(1, 3)));
    }

    [Fact]
    public void Message_of_a_participant_that_crashed_since_still_arrives()
    {
        var crashed = After(CrashStop, new CrashStopNetwork<int, string>.Event.Transmit(1, 2, "a"), new CrashStopNetwork<int, string>.Event.Crash(1));

        Assert.NotNull(CrashStop.Next(crashed!, new CrashStopNetwork<int, string>.Event.Deliver(2, 1, "a")));
    }

    [Fact]
    public void Only_the_crashed_are_suspected()
    {
        Assert.Null(CrashStop.Next(CrashStop.Initial, new CrashStopNetwork<int, string>.Event.Suspect(1, 2)));
        Assert.NotNull(After(CrashStop, new CrashStopNetwork<int, string>.Event.Crash(2), new CrashStopNetwork<int, string>.Event.Suspect(1, 2)));
    }

    [Fact]
    public void Environments_side_by_side_leave_each_other_alone()
    {
        var started = new Around.Event.OfSecond(new Timers<int, string>.Event.Start(1, "t"));
        var sent = new Around.Event.OfFirst(new ReliableNetwork<int, string>.Event.Transmit(1, 2, "a"));

        var after = After(new NetworkAndTimers(), started, sent);

        Assert.Equal(after, After(new NetworkAndTimers(), sent, started));
        Assert.Equal(After(Clocks, new Timers<int, string>.Event.Start(1, "t")), after!.Second);
        Assert.Equal(After(Reliable, new ReliableNetwork<int, string>.Event.Transmit(1, 2, "a")), after.First);
        Assert.Null(new NetworkAndTimers().Next(after, new Around.Event.OfFirst(new ReliableNetwork<int, string>.Event.Deliver(1, 2, "a"))));
    }

    private static TState? After<TState, TEvent>(EventSystem<TState, TEvent> system, params TEvent[] events)
        where TState : class
        where TEvent : class =>
        events.Aggregate((TState?)system.Initial, (s, e) => s is null ? null : system.Next(s, e));

    private sealed class NetworkAndTimers() : Around(new ReliableNetwork<int, string>(), new Timers<int, string>());
}
