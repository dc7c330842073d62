using System.Net;
using Igloo.Monitoring;
using Igloo.Monitoring.Reports;
using Igloo.Values;
using Tftp.Model;

namespace Tftp.Tests;

/// <summary>What a program is told that sends what it must not, where the guard calls functions and messages are records.</summary>
public sealed class RefusalTextTests : IDisposable
{
    private static readonly Address Server = Address.Of(new IPEndPoint(IPAddress.Loopback, 69));
    private static readonly Address Peer = Address.Of(new IPEndPoint(IPAddress.Loopback, 70));
    private readonly PermissionMonitor<Download.State, Download.Event> monitor =
        PermissionMonitor.Start(new Download(Server, new ReadRequest("f", Options.None), new MachineHosts()));

    public void Dispose() => monitor.Dispose();

    [Fact]
    public void Refusal_says_what_failed_inside_the_functions_of_the_guard()
    {
        var because = RefusalOf(new Download.Event.Send(Peer, Answer.Ack(0))).Because;

        Assert.Contains("IsReceiving(s)  FALSE", because[0], StringComparison.Ordinal);
        Assert.DoesNotContain("s = State(", because[0], StringComparison.Ordinal);
        Assert.Matches(@"^Download\.cs:\d+  \(s\.Phase == Phase\.Receiving\) \|\| \(s\.Phase == Phase\.Complete\)  FALSE      Phase = Asking$", because[1]);
    }

    [Fact]
    public void Refusal_names_a_permitted_message_that_occurs_nowhere_yet()
    {
        var first = new Download.Event.Receive(new Arrival(Peer, Packet.Data(1, new Block(Block.Full, "…"))));
        monitor.Deliver(monitor.Begin(first), first);

        var permitted = RefusalOf(new Download.Event.Send(Peer, Answer.Ack(2))).Permitted;

        Assert.Contains($"Send(To: {Peer}, Answer: ERROR 2)", permitted);
        Assert.DoesNotContain(permitted, e => e.Contains("ACK 2", StringComparison.Ordinal));
    }

    private PermissionViolation RefusalOf(Download.Event e) => Assert.Throws<PermissionViolationException>(() => monitor.Begin(e)).Violation;
}
