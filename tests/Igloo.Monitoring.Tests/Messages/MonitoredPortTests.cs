using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Igloo.Monitoring.Messages;
using Igloo.Monitoring.Reports;
using Igloo.Monitoring.Tests.Models;

namespace Igloo.Monitoring.Tests.Messages;

/// <summary>Any transport of whole messages.</summary>
public sealed class MonitoredPortTests
{
    private readonly Channel<Dialogue.Event> toProgram = Channel.CreateUnbounded<Dialogue.Event>();
    private readonly Channel<Dialogue.Event> toPeer = Channel.CreateBounded<Dialogue.Event>(1);
    private readonly PermissionMonitor<Dialogue.State, Dialogue.Event> monitor = PermissionMonitor.Start(new Dialogue());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_pass_a_channel_when_permitted()
    {
        using var port = OverChannels();
        await port.SendAsync(new Dialogue.Event.Say(0), Cancellation);
        toProgram.Writer.TryWrite(new Dialogue.Event.Hear("one"));

        Assert.Equal("one", (await port.ReceiveAsync<Dialogue.Event.Hear>(Cancellation))!.Word);
        await Assert.ThrowsAsync<PermissionViolationException>(async () => await port.SendAsync(new Dialogue.Event.Say(5), Cancellation));
        Assert.Equal(new Dialogue.Event.Say(0), await toPeer.Reader.ReadAsync(Cancellation));
        Assert.False(toPeer.Reader.TryRead(out _));
    }

    [Fact]
    public async Task End_of_a_channel_is_no_event()
    {
        using var port = OverChannels();
        toProgram.Writer.Complete();

        Assert.Null(await port.ReceiveAsync<Dialogue.Event.Hear>(Cancellation));
        monitor.Perform(new Dialogue.Event.Skip(100));
    }

    [Fact]
    public async Task Sends_leave_in_the_order_of_their_permissions_when_the_peer_stalls()
    {
        using var port = OverChannels();
        var sends = Enumerable.Range(0, 20).Select(n => port.SendAsync(new Dialogue.Event.Say(n), Cancellation).AsTask()).ToArray();

        for (var n = 0; n < 20; n++) Assert.Equal(new Dialogue.Event.Say(n), await toPeer.Reader.ReadAsync(Cancellation));
        await Task.WhenAll(sends);
    }

    [Fact]
    public async Task Send_that_waits_for_its_turn_is_no_event_when_cancelled()
    {
        using var port = OverChannels();
        await port.SendAsync(new Dialogue.Event.Say(0), Cancellation);
        var stalled = port.SendAsync(new Dialogue.Event.Say(1), Cancellation).AsTask();
        using var ending = new CancellationTokenSource();
        var waiting = port.SendAsync(new Dialogue.Event.Say(2), ending.Token).AsTask();
        await ending.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(2, monitor.State.Next);
        await toPeer.Reader.ReadAsync(Cancellation);
        await stalled;
    }

    [Fact]
    public async Task Input_that_cannot_be_passed_on_is_dropped_where_messages_may_be_lost()
    {
        var reports = new List<MonitorReport>();
        using var port = PermissionMonitor.Start(new Dialogue(), new() { Log = reports.Add }).Over(new Scripted(PortKind.Lossy, "sesquipedalian", "one"), new WordCodec());

        Assert.Equal("one", (await port.ReceiveAsync<Dialogue.Event.Hear>(Cancellation))!.Word);

        Assert.IsType<MonitorReport.IllTypedInput>(Assert.Single(reports));
    }

    [Fact]
    public async Task Value_without_a_message_consumes_no_permission()
    {
        using var port = monitor.Over(new Scripted(PortKind.Lossy), new WordCodec());

        await Assert.ThrowsAsync<PreconditionViolationException>(async () => await port.SendAsync(new Dialogue.Event.Say(0), Cancellation));

        Assert.Equal(0, monitor.State.Next);
    }

    [Fact]
    public async Task Disposal_ends_later_sends()
    {
        var port = OverChannels();
        port.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await port.SendAsync(new Dialogue.Event.Say(0), Cancellation));
    }

    [Fact]
    public async Task Send_that_is_cancelled_before_it_began_ends_nothing()
    {
        using var port = OverChannels();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await port.SendAsync(new Dialogue.Event.Say(0), new CancellationToken(canceled: true)));

        await port.SendAsync(new Dialogue.Event.Say(0), Cancellation);
        Assert.Equal(1, monitor.State.Next);
    }

    [Fact]
    public async Task Disposal_ends_what_waits_for_its_turn_while_the_transport_stalls()
    {
        var port = OverChannels();
        await port.SendAsync(new Dialogue.Event.Say(0), Cancellation);
        var stalled = port.SendAsync(new Dialogue.Event.Say(1), Cancellation).AsTask();
        Task[] waiting = [port.SendAsync(new Dialogue.Event.Say(2), Cancellation).AsTask(), .. Enumerable.Range(0, 2).Select(_ => port.ReceiveAsync<Dialogue.Event.Hear>(Cancellation).AsTask())];

        port.Dispose();

        Assert.False(stalled.IsCompleted);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting[0].WaitAsync(TimeSpan.FromMinutes(1), Cancellation));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting[2].WaitAsync(TimeSpan.FromMinutes(1), Cancellation));
        toProgram.Writer.Complete();
        await waiting[1];
        Assert.Equal(new Dialogue.Event.Say(0), await toPeer.Reader.ReadAsync(Cancellation));
        await stalled;
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await port.ReceiveAsync<Dialogue.Event.Hear>(Cancellation));
        monitor.Perform(new Dialogue.Event.Skip(100));
    }

    [Fact]
    public async Task Contract_that_says_what_an_ordered_transport_cannot_is_rejected()
    {
        var channel = Channel.CreateUnbounded<Counter.Event>();
        using var port = PermissionMonitor.Start(new Counter()).Over(new ChannelPort<Counter.Event>("channels", channel.Reader, channel.Writer));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await port.SendAsync(new Counter.Event.Keep(0), Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await port.SendAsync(new Counter.Event.Lose(0), Cancellation));

        Assert.False(channel.Reader.TryPeek(out _));
    }

    [Fact]
    public async Task Input_that_cannot_be_passed_on_ends_the_receives_of_an_ordered_transport()
    {
        using var port = monitor.Over(new Scripted(PortKind.Ordered, "sesquipedalian", "one"), new WordCodec());

        await Assert.ThrowsAsync<RefusedInputException>(async () => await port.ReceiveAsync<Dialogue.Event.Hear>(Cancellation));
        await Assert.ThrowsAsync<IOException>(async () => await port.ReceiveAsync<Dialogue.Event.Hear>(Cancellation));

        Assert.True(monitor.State.Heard.IsEmpty);
        monitor.Perform(new Dialogue.Event.Skip(100));
    }

    private MonitoredPort<Dialogue.State, Dialogue.Event, Dialogue.Event> OverChannels() =>
        monitor.Over(new ChannelPort<Dialogue.Event>("channels", toProgram.Reader, toPeer.Writer));

    private sealed class WordCodec : IMessageCodec<Dialogue.Event, string>
    {
        public string Encode(Dialogue.Event sent) => throw new PreconditionViolationException("nothing has a message");

        public bool TryDecode(string message, [NotNullWhen(true)] out Dialogue.Event? received)
        {
            received = new Dialogue.Event.Hear(message);
            return true;
        }
    }

    private sealed class Scripted(PortKind kind, params string[] messages) : IMessagePort<string>
    {
        private int next;

        public string Name => "script";

        public PortKind Kind => kind;

        public ValueTask SendAsync(string message, CancellationToken cancellation) => default;

        public ValueTask<Arrival<string>> ReceiveAsync(CancellationToken cancellation) =>
            new(next < messages.Length ? Arrival<string>.Of(messages[next++]) : Arrival<string>.Ended);
    }
}
