using Igloo.Monitoring.Runs;
using Tftp.Model;
using System2 = Igloo.Components.Composition<Tftp.Model.Network.State, Tftp.Model.Network.Event, Tftp.Model.Session, Tftp.Model.Transfer.State, Tftp.Model.Transfer.Event, Tftp.Model.Session, Tftp.Model.Reader.State, Tftp.Model.Reader.Event>;

namespace Tftp.Tests;

/// <summary>Merged logs of transfers and their clients: χ is read backwards, through what it builds.</summary>
public sealed class RunCheckTests
{
    private static readonly SeveralSessions Sessions = new(1);
    private static readonly Session Only = new(0);

    private static Transfer.Event Acknowledged => new Transfer.Event.Receive(new Incoming(Sessions.ClientOf(Only), AnswerKind.Ack, 0));

    [Fact]
    public void Acknowledgement_that_a_client_sent_is_accepted()
    {
        var accepted = Assert.IsType<RunVerdict<System2.Event>.Accepted>(Check([Acknowledged], [new Reader.Event.Acknowledge(Sessions.ServerOf(Only), 0)]));

        Assert.Contains(new System2.Event.Environment(new Network.Event.Return(Only, 0)), accepted.Trace);
    }

    [Fact]
    public void Acknowledgement_that_no_client_sent_is_rejected_without_any_declaration()
    {
        var rejected = Assert.IsType<RunVerdict<System2.Event>.Rejected>(Check([Acknowledged], []));

        Assert.StartsWith("environment assumption not met, or log incomplete", rejected.Why, StringComparison.Ordinal);
    }

    private static RunVerdict<System2.Event> Check(Transfer.Event[] transfer, Reader.Event[] reader) => RunCheck.Of(new TftpSystem(Sessions)).Check(
        transfer.Select((e, i) => new RecordedEvent<Session, Transfer.Event>(Only, i + 1, default, e, IsCertain: true)),
        reader.Select((e, i) => new RecordedEvent<Session, Reader.Event>(Only, i + 1, default, e, IsCertain: true)));
}
