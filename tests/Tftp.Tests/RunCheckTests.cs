using Igloo.Monitoring.Runs;
using Tftp.Model;
using Run = Igloo.Components.Composition<Tftp.Model.Network.State, Tftp.Model.Network.Event, Tftp.Model.Session, Tftp.Model.Transfer.State, Tftp.Model.Transfer.Event, Tftp.Model.Client, Tftp.Model.Download.State, Tftp.Model.Download.Event>;

namespace Tftp.Tests;

/// <summary>Merged logs of transfers and their clients: χ is read backwards, through what it builds.</summary>
public sealed class RunCheckTests
{
    private static readonly SeveralSessions Sessions = new(1);
    private static readonly Session Transfer = new(0);
    private static readonly Client Client = new(0);
    private static readonly Packet NotFound = Packet.Failure(1);

    private static Download.Event Told => new Download.Event.Receive(new Arrival(Sessions.PortOf(Transfer), NotFound));

    [Fact]
    public void Packet_that_a_transfer_sent_is_accepted()
    {
        var accepted = Assert.IsType<RunVerdict<Run.Event>.Accepted>(Check([new Transfer.Event.Send(Sessions.AddressOf(Client), NotFound)], [Told]));

        Assert.Contains(new Run.Event.Environment(new Network.Event.Deliver(Transfer, NotFound)), accepted.Trace);
    }

    // The port of a transfer is an operation of the theory: of which transfer it is cannot be read backwards.
    [Fact]
    public void Packet_that_no_transfer_sent_is_inconclusive_without_declared_partners() =>
        Assert.Contains("declare the partners", Assert.IsType<RunVerdict<Run.Event>.Inconclusive>(Check([], [Told])).Why, StringComparison.Ordinal);

    [Fact]
    public void Packet_that_no_transfer_sent_is_rejected_with_declared_partners()
    {
        var declared = new RunCheck<Network.State, Network.Event, Session, Transfer.State, Transfer.Event, Client, Download.State, Download.Event>(new TftpSystem(Sessions))
        {
            FirstPartners = (_, _) => [],
            SecondPartners = (client, e) => e is Download.Event.Receive(var arrival)
                ? [new Network.Event.Deliver(Sessions.At(arrival.From), arrival.Packet), new Network.Event.Mislead(client, arrival)]
                : [],
        };

        var rejected = Assert.IsType<RunVerdict<Run.Event>.Rejected>(declared.Check([], Recorded(Client, Told)));

        Assert.StartsWith("environment assumption not met, or log incomplete", rejected.Why, StringComparison.Ordinal);
    }

    private static RunVerdict<Run.Event> Check(Transfer.Event[] transfer, Download.Event[] download) =>
        RunCheck.Of(new TftpSystem(Sessions)).Check(Recorded(Transfer, transfer), Recorded(Client, download));

    private static IEnumerable<RecordedEvent<TIndex, TEvent>> Recorded<TIndex, TEvent>(TIndex component, params TEvent[] events)
        where TEvent : class =>
        events.Select((e, i) => new RecordedEvent<TIndex, TEvent>(component, i + 1, default, e, IsCertain: true));
}
