using Igloo.Values;
using Tftp.Model;
using Run = Igloo.Components.Composition<Tftp.Model.UploadNetwork.State, Tftp.Model.UploadNetwork.Event, Tftp.Model.Session, Tftp.Model.Intake.State, Tftp.Model.Intake.Event, Tftp.Model.Client, Tftp.Model.Upload.State, Tftp.Model.Upload.Event>;

namespace Tftp.Tests;

/// <summary>Runs of the composition in which a client writes: what is proved of it is not proved of nothing.</summary>
public sealed class UploadRunTests
{
    private static readonly SeveralSessions Sessions = new(1);
    private static readonly UploadSystem System = new(Sessions);
    private static readonly Session Transfer = new(0);
    private static readonly Client Client = new(0);
    private static readonly Address Port = Sessions.PortOf(Transfer);
    private static readonly Address Writer = Sessions.AddressOf(Client);
    private static readonly Seq<Block> Blocks = Sessions.Writings.First();
    private static readonly Answer Accepted = Answer.OptionAck(new(null, Block.Full, false));

    private static readonly Run.Event[] UntilAllIsReceived =
    [
        By(new UploadNetwork.Event.Ask(Client, Sessions.Server, Sessions.WriteOf(Client))),
        By(new UploadNetwork.Event.Tell(Transfer, "f", Standing.Absent)),
        By(new UploadNetwork.Event.Reply(Transfer, Writer, Accepted)),
        By(new UploadNetwork.Event.Return(Transfer, Accepted)),
        .. Sent(1),
        .. Acknowledged(1),
        .. Sent(2),
    ];

    [Fact]
    public void File_is_written_up_to_its_empty_last_block()
    {
        var end = After(
        [
            .. UntilAllIsReceived, Kept(isStored: true), .. Acknowledged(2),
            new Run.Event.InternalFirst(Transfer, new Intake.Event.Finish()), new Run.Event.InternalSecond(Client, new Upload.Event.Finish()),
        ]);

        Assert.True(end!.First[Transfer].IsStored);
        Assert.Equal(Blocks, end.First[Transfer].Receiving.Blocks);
        Assert.Equal(Model.Transfer.Phase.Complete, end.Second[Client].Sending.Phase);
    }

    [Fact]
    public void Last_block_is_not_acknowledged_before_the_file_is_stored()
    {
        Assert.NotNull(After([.. UntilAllIsReceived]));
        Assert.Null(After([.. UntilAllIsReceived, .. Acknowledged(2)]));
        Assert.Null(After([.. UntilAllIsReceived, Kept(isStored: false), .. Acknowledged(2)]));
        Assert.NotNull(After([.. UntilAllIsReceived, Kept(isStored: false), By(new UploadNetwork.Event.Reply(Transfer, Writer, Answer.Failure(3)))]));
    }

    private static Run.Event By(UploadNetwork.Event e) => new Run.Event.Environment(e);

    private static Run.Event Kept(bool isStored) => By(new UploadNetwork.Event.Keep(Transfer, "f", Blocks, false, isStored));

    private static Run.Event[] Sent(int number)
    {
        var packet = Packet.Data(number, Blocks[number - 1]);
        return [By(new UploadNetwork.Event.Transmit(Client, Port, packet)), By(new UploadNetwork.Event.Deliver(Transfer, packet))];
    }

    private static Run.Event[] Acknowledged(int number) =>
        [By(new UploadNetwork.Event.Reply(Transfer, Writer, Answer.Ack(number))), By(new UploadNetwork.Event.Return(Transfer, Answer.Ack(number)))];

    private static Run.State? After(Run.Event[] events) =>
        events.Aggregate<Run.Event, Run.State?>(System.Initial, (state, e) => state is null ? null : System.Next(state, e));
}
