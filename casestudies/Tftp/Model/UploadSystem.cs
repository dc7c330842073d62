namespace Tftp.Model;

/// <summary>Clients that write, and the transfers to a server that they ask for, in parallel with the folder and the network.</summary>
/// <param name="uploads">The clients and transfers.</param>
public sealed class UploadSystem(IUploads uploads)
    : Composition<UploadNetwork.State, UploadNetwork.Event, Session, Intake.State, Intake.Event, Client, Upload.State, Upload.Event>(new UploadNetwork(uploads))
{
    /// <inheritdoc/>
    public override Domain<Session> FirstIndices => uploads.All;

    /// <inheritdoc/>
    public override Domain<Client> SecondIndices => uploads.Clients;

    /// <inheritdoc/>
    public override Intake First(Session index) =>
        new(uploads.AddressOf(uploads.ClientOf(index)), uploads.WriteOf(uploads.ClientOf(index)), uploads.Policy, uploads);

    /// <inheritdoc/>
    public override Upload Second(Client index) => new(uploads.Server, uploads.WriteOf(index), uploads.ContentOf(index), uploads, uploads);

    /// <inheritdoc/>
    public override Step? Partner(UploadNetwork.Event e) => e switch
    {
        UploadNetwork.Event.Ask(var from, var to, var request) => new Step.OfSecond(from, new Upload.Event.Ask(to, request)),
        UploadNetwork.Event.Tell(var to, var file, var standing) => new Step.OfFirst(to, new Intake.Event.Examine(file, standing)),
        UploadNetwork.Event.Keep(var from, var file, var blocks, var mayReplace, var isStored) => new Step.OfFirst(from, new Intake.Event.Store(file, blocks, mayReplace, isStored)),
        UploadNetwork.Event.Transmit(var from, var to, var packet) => new Step.OfSecond(from, new Upload.Event.Send(to, packet)),
        UploadNetwork.Event.Deliver(var to, var packet) =>
            new Step.OfFirst(to, new Intake.Event.Receive(new Arrival(uploads.AddressOf(uploads.ClientOf(to)), packet))),
        UploadNetwork.Event.Reply(var from, var to, var answer) => new Step.OfFirst(from, new Intake.Event.Send(to, answer)),
        UploadNetwork.Event.Return(var from, var answer) =>
            new Step.OfSecond(uploads.ClientOf(from), new Upload.Event.Receive(new Incoming(uploads.PortOf(from), answer))),
        UploadNetwork.Event.Disturb(var to, var arrival) => new Step.OfFirst(to, new Intake.Event.Receive(arrival)),
        UploadNetwork.Event.Mislead(var to, var incoming) => new Step.OfSecond(to, new Upload.Event.Receive(incoming)),
        _ => null,
    };

    /// <summary>What a transfer has is a prefix of its client's file; one that the client does not write to has nothing.</summary>
    [Invariant]
    public bool ReceivedIsPrefix(State s, Session t, int i) =>
        i < 0 || i >= Received(s, t).Blocks.Count
        || (IsWriting(s, t) && i < Last(s, t) && Received(s, t).Blocks[i] == uploads.BlockOf(File(t), Received(s, t).BlockLength, i + 1));

    /// <summary>A transfer never has more blocks than there are.</summary>
    [Invariant]
    public bool NoMoreThanTheFile(State s, Session t) => Received(s, t).Blocks.IsEmpty || (IsWriting(s, t) && Received(s, t).Blocks.Count <= Last(s, t));

    /// <summary>A file that is taken for complete is whole, and one that is whole is known to be.</summary>
    [Invariant]
    public bool CompleteIsWhole(State s, Session t) =>
        Implies(Received(s, t).Phase == Download.Phase.Complete, IsWriting(s, t) && Received(s, t).Blocks.Count == Last(s, t))
        && Implies(Received(s, t).Phase == Download.Phase.Receiving, Received(s, t).Blocks.Count != Last(s, t));

    /// <summary>Only a whole file is stored.</summary>
    [Invariant]
    public bool StoredIsComplete(State s, Session t) => Implies(s.First[t].IsStored, Received(s, t).Phase == Download.Phase.Complete);

    /// <summary>A client that takes its file for transferred is right: it is stored, with an empty last block if it has one.</summary>
    [Invariant]
    public bool TransferredIsStored(State s, Session t) => Implies(IsWriting(s, t) && Sent(s, t).Phase == Transfer.Phase.Complete, s.First[t].IsStored);

    /// <summary>Only what the policy permits is received.</summary>
    [Invariant]
    public bool ReceivedIsPermitted(State s, Session t) =>
        Implies(Received(s, t).Phase == Download.Phase.Receiving || Received(s, t).Phase == Download.Phase.Complete, uploads.Policy.MayCreate || uploads.Policy.MayReplace);

    /// <summary>Options that are used were offered, and the length that is confirmed is the one that was told.</summary>
    [Invariant]
    public bool AcceptedWasOffered(State s, Session t) =>
        Received(s, t).Accepted is not { } accepted || accepted == Options.None
        || (Options.MayAccept(accepted, Offered(t), Block.Full) && (accepted.FileSize is null || accepted.FileSize == Offered(t).FileSize));

    /// <summary>Both sides agree on the options, once the client writes.</summary>
    [Invariant]
    public bool OptionsAreAgreed(State s, Session t) =>
        !IsWriting(s, t) || Sent(s, t).Current == 0 || (Sent(s, t).Accepted is not null && Sent(s, t).Accepted == Received(s, t).Accepted);

    /// <summary>A server that knows the rules accepts nothing that has to be refused.</summary>
    [Invariant]
    public bool NothingIsRefused(State s, Client c) => !s.Second[c].IsRefusing;

    /// <summary>A client has its file, and asks until it writes to one transfer, which is from it.</summary>
    [Invariant]
    public bool PeerIsATransfer(State s, Client c) => s.Second[c].Sending.Content == uploads.ContentOf(c) && (s.Second[c].Peer is { } peer
        ? uploads.PortOf(uploads.At(peer)) == peer && uploads.ClientOf(uploads.At(peer)) == c && (s.Second[c].Sending.Current > 0 || s.Second[c].Sending.Phase == Transfer.Phase.Failed)
        : s.Second[c].Sending.Current == 0 && s.Second[c].Sending.Phase == Transfer.Phase.Sending);

    /// <summary>A transfer knows its client.</summary>
    [Invariant]
    public bool ClientIsKnown(State s, Session t) => Received(s, t).Peer == uploads.AddressOf(uploads.ClientOf(t))
        && Received(s, t).Phase != Download.Phase.Refusing
        && Implies(Received(s, t).Phase == Download.Phase.Asking || Received(s, t).Accepted is null, Received(s, t).Blocks.IsEmpty);

    /// <summary>Every block on its way is a block of the file, under its number, to the transfer that the client writes to.</summary>
    [Invariant]
    public bool PacketsAreBlocks(State s, Session t, Packet packet) =>
        !s.Environment.Packets[uploads.ClientOf(t)].Contains(new Posted(uploads.PortOf(t), packet))
        || packet.Kind != PacketKind.Data
        || (IsWriting(s, t)
            && packet.Number >= 1 && packet.Number <= Sent(s, t).Current && packet.Number <= uploads.Last(File(t), Sent(s, t).BlockLength)
            && packet.Block == uploads.BlockOf(File(t), Sent(s, t).BlockLength, packet.Number));

    /// <summary>A block that is acknowledged has been received, and if it is the last one, the file is stored.</summary>
    [Invariant]
    public bool AcksAreReceived(State s, Session t, Answer answer) =>
        !s.Environment.Answers[t].Contains(answer)
        || answer.Kind != AnswerKind.Ack
        || (answer.Number >= 0 && answer.Number <= Received(s, t).Blocks.Count
            && (answer.Number == 0 ? Received(s, t).Accepted == Options.None : s.First[t].IsStored || answer.Number != Last(s, t)));

    /// <summary>All acknowledgements of options on their way are of those that the server has accepted.</summary>
    [Invariant]
    public bool OptionsAreAccepted(State s, Session t, Answer answer) =>
        !s.Environment.Answers[t].Contains(answer) || answer.Kind != AnswerKind.OptionAck || (answer.Options == Received(s, t).Accepted && answer.Options != Options.None);

    /// <summary>The client is at most one block ahead of its server.</summary>
    [Invariant]
    public bool OneBlockAhead(State s, Session t) => Sent(s, t).Current >= 0
        && (!IsWriting(s, t) || Sent(s, t).Current == 0 || (Sent(s, t).Current <= Received(s, t).Blocks.Count + 1 && Received(s, t).Blocks.Count <= Sent(s, t).Current));

    private static Download.State Received(State s, Session t) => s.First[t].Receiving;

    private Transfer.State Sent(State s, Session t) => s.Second[uploads.ClientOf(t)].Sending;

    private Content File(Session t) => uploads.ContentOf(uploads.ClientOf(t));

    private Options Offered(Session t) => uploads.WriteOf(uploads.ClientOf(t)).Offered;

    private int Last(State s, Session t) => uploads.Last(File(t), Received(s, t).BlockLength);

    private bool IsWriting(State s, Session t) => s.Second[uploads.ClientOf(t)].Peer == uploads.PortOf(t);
}
