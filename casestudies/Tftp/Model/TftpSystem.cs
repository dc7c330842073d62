namespace Tftp.Model;

/// <summary>Transfers and the clients that they are for, in parallel with files and the network.</summary>
/// <param name="sessions">The clients and transfers.</param>
public sealed class TftpSystem(ISessions sessions)
    : Composition<Network.State, Network.Event, Session, Transfer.State, Transfer.Event, Client, Download.State, Download.Event>(new Network(sessions))
{
    /// <inheritdoc/>
    public override Domain<Session> FirstIndices => sessions.All;

    /// <inheritdoc/>
    public override Domain<Client> SecondIndices => sessions.Clients;

    /// <inheritdoc/>
    public override Transfer First(Session index) => new(sessions.AddressOf(sessions.ClientOf(index)), sessions.RequestOf(sessions.ClientOf(index)), sessions);

    /// <inheritdoc/>
    public override Download Second(Client index) => new(sessions.Server, sessions.RequestOf(index), sessions);

    /// <inheritdoc/>
    public override Step? Partner(Network.Event e) => e switch
    {
        Network.Event.Ask(var from, var to, var request) => new Step.OfSecond(from, new Download.Event.Ask(to, request)),
        Network.Event.Provide(var to, var file, var content) => new Step.OfFirst(to, new Transfer.Event.Read(file, content)),
        Network.Event.Transmit(var from, var to, var packet) => new Step.OfFirst(from, new Transfer.Event.Send(to, packet)),
        Network.Event.Deliver(var from, var packet) =>
            new Step.OfSecond(sessions.ClientOf(from), new Download.Event.Receive(new Arrival(sessions.PortOf(from), packet))),
        Network.Event.Reply(var from, var to, var answer) => new Step.OfSecond(from, new Download.Event.Send(to, answer)),
        Network.Event.Return(var to, var answer) =>
            new Step.OfFirst(to, new Transfer.Event.Receive(new Incoming(sessions.AddressOf(sessions.ClientOf(to)), answer))),
        Network.Event.Disturb(var to, var incoming) => new Step.OfFirst(to, new Transfer.Event.Receive(incoming)),
        Network.Event.Mislead(var to, var arrival) => new Step.OfSecond(to, new Download.Event.Receive(arrival)),
        _ => null,
    };

    /// <summary>What a client has is a prefix of the file that its transfer sends.</summary>
    [Invariant]
    public bool ReceivedIsPrefix(State s, Session t, int i) =>
        !IsReading(s, t) || i < 0 || i >= Reader(s, t).Blocks.Count
        || (s.First[t].Content is { } content
            && i < sessions.Last(content, s.First[t].BlockLength) && Reader(s, t).Blocks[i] == sessions.BlockOf(content, s.First[t].BlockLength, i + 1));

    /// <summary>A client that takes the file for complete has all of it, and one that has all of it knows.</summary>
    [Invariant]
    public bool CompleteIsWhole(State s, Session t) =>
        !IsReading(s, t)
        || (s.First[t].Content is { } content
            ? (Reader(s, t).Phase == Download.Phase.Complete) == (Reader(s, t).Blocks.Count == sessions.Last(content, s.First[t].BlockLength))
            : Reader(s, t).Phase != Download.Phase.Complete);

    /// <summary>A server that takes the file for transferred is right: its client has all of it, an empty last block included.</summary>
    [Invariant]
    public bool TransferredIsComplete(State s, Session t) =>
        Implies(s.First[t].Phase == Transfer.Phase.Complete, IsReading(s, t) && Reader(s, t).Phase == Download.Phase.Complete);

    /// <summary>Options that are used were offered, and the length that is told is the file's.</summary>
    [Invariant]
    public bool AcceptedWasOffered(State s, Session t) =>
        s.First[t].Accepted is not { } accepted
        || (Options.MayAccept(accepted, sessions.RequestOf(sessions.ClientOf(t)).Offered, Block.Full)
            && (accepted.FileSize is not { } size || (s.First[t].Content is { } content && size == sessions.LengthOf(content))));

    /// <summary>Both sides agree on the options, once the client reads.</summary>
    [Invariant]
    public bool OptionsAreAgreed(State s, Session t) =>
        !IsReading(s, t) || Reader(s, t).Phase == Download.Phase.Failed
        || (Reader(s, t).Accepted == s.First[t].Accepted && (s.First[t].Accepted is not null || s.First[t].Current > 0));

    /// <summary>A server that knows the rules accepts nothing that has to be refused.</summary>
    [Invariant]
    public bool NothingIsRefused(State s, Client c) => s.Second[c].Phase != Download.Phase.Refusing;

    /// <summary>A client asks until it reads from one transfer, which is for it.</summary>
    [Invariant]
    public bool PeerIsATransfer(State s, Client c) => s.Second[c].Peer is { } peer
        ? s.Second[c].Phase != Download.Phase.Asking && sessions.PortOf(sessions.At(peer)) == peer && sessions.ClientOf(sessions.At(peer)) == c
        : s.Second[c].Phase == Download.Phase.Asking && s.Second[c].Blocks.IsEmpty && s.Second[c].Accepted is null;

    /// <summary>Every block on its way is a block of the file, under its number.</summary>
    [Invariant]
    public bool PacketsAreBlocks(State s, Session t, Packet packet) =>
        !s.Environment.Packets[t].Contains(packet)
        || packet.Kind != PacketKind.Data
        || (s.First[t].Content is { } content
            && packet.Number >= 1 && packet.Number <= s.First[t].Current && packet.Number <= sessions.Last(content, s.First[t].BlockLength)
            && packet.Block == sessions.BlockOf(content, s.First[t].BlockLength, packet.Number));

    /// <summary>All acknowledgements of options on their way are of those that the server has accepted.</summary>
    [Invariant]
    public bool OptionsAreAccepted(State s, Session t, Packet packet) =>
        !s.Environment.Packets[t].Contains(packet) || packet.Kind != PacketKind.OptionAck || packet.Options == s.First[t].Accepted;

    /// <summary>A block that is acknowledged has been received from where the acknowledgement goes.</summary>
    [Invariant]
    public bool AcksAreReceived(State s, Client c, Sent sent) =>
        !s.Environment.Answers[c].Contains(sent)
        || sent.Answer.Kind != AnswerKind.Ack
        || (s.Second[c].Peer == sent.To
            && sent.Answer.Number >= 0 && sent.Answer.Number <= s.Second[c].Blocks.Count && (sent.Answer.Number > 0 || s.Second[c].Accepted is not null));

    /// <summary>The server is at most one block ahead of its client, and until the client reads from it, at its first packet.</summary>
    [Invariant]
    public bool OneBlockAhead(State s, Session t) => s.First[t].Current >= 0
        && (IsReading(s, t) ? s.First[t].Current <= Reader(s, t).Blocks.Count + 1 && Reader(s, t).Blocks.Count <= s.First[t].Current : s.First[t].Current <= (s.First[t].Accepted is null ? 1 : 0));

    /// <summary>Only a file that exists is sent, and none before it is read.</summary>
    [Invariant]
    public bool ContentExists(State s, Session t) => s.First[t].Content is { } content
        ? sessions.Exists(content) && s.First[t].Phase != Transfer.Phase.Requested
        : (s.First[t].Phase == Transfer.Phase.Requested || s.First[t].Phase == Transfer.Phase.Failed) && s.First[t].Accepted is null;

    /// <summary>A client never has more blocks than there are.</summary>
    [Invariant]
    public bool NoMoreThanTheFile(State s, Session t) =>
        !IsReading(s, t)
        || (s.First[t].Content is { } content ? Reader(s, t).Blocks.Count <= sessions.Last(content, s.First[t].BlockLength) : Reader(s, t).Blocks.IsEmpty);

    private Download.State Reader(State s, Session t) => s.Second[sessions.ClientOf(t)];

    private bool IsReading(State s, Session t) => Reader(s, t).Peer == sessions.PortOf(t);
}
