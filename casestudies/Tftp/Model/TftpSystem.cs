namespace Tftp.Model;

/// <summary>Transfers and their clients in parallel with files and the network.</summary>
/// <param name="sessions">The transfers.</param>
public sealed class TftpSystem(ISessions sessions)
    : Composition<Network.State, Network.Event, Session, Transfer.State, Transfer.Event, Session, Reader.State, Reader.Event>(new Network(sessions))
{
    /// <inheritdoc/>
    public override Domain<Session> FirstIndices => sessions.All;

    /// <inheritdoc/>
    public override Domain<Session> SecondIndices => sessions.All;

    /// <inheritdoc/>
    public override Transfer First(Session index) => new(sessions.ClientOf(index), sessions.FileOf(index), sessions.OfferedBy(index), sessions);

    /// <inheritdoc/>
    public override Reader Second(Session index) => new(sessions.ServerOf(index));

    /// <inheritdoc/>
    public override Step? Partner(Network.Event e) => e switch
    {
        Network.Event.Provide(var to, var file, var content) => new Step.OfFirst(to, new Transfer.Event.Read(file, content)),
        Network.Event.Transmit(var from, var to, var packet) => new Step.OfFirst(from, new Transfer.Event.Send(to, packet)),
        Network.Event.Deliver(var to, var packet) => new Step.OfSecond(to, new Reader.Event.Receive(packet)),
        Network.Event.Acknowledge(var from, var to, var number) => new Step.OfSecond(from, new Reader.Event.Acknowledge(to, number)),
        Network.Event.Return(var to, var number) => new Step.OfFirst(to, new Transfer.Event.Receive(new Incoming(sessions.ClientOf(to), AnswerKind.Ack, number))),
        Network.Event.Disturb(var to, var incoming) => new Step.OfFirst(to, new Transfer.Event.Receive(incoming)),
        _ => null,
    };

    /// <summary>What a client has is a prefix of the file.</summary>
    [Invariant]
    public bool ReceivedIsPrefix(State s, Session t, int i) =>
        i < 0 || i >= s.Second[t].Blocks.Count
        || (s.First[t].Content is { } content && i < sessions.Last(content) && s.Second[t].Blocks[i] == sessions.BlockOf(content, i + 1));

    /// <summary>A client that takes the file for complete has all of it, and one that has all of it knows.</summary>
    [Invariant]
    public bool CompleteIsWhole(State s, Session t) =>
        s.First[t].Content is { } content
            ? s.Second[t].IsComplete == (s.Second[t].Blocks.Count == sessions.Last(content))
            : !s.Second[t].IsComplete;

    /// <summary>A server that takes the file for transferred is right: its client has all of it, an empty last block included.</summary>
    [Invariant]
    public bool TransferredIsComplete(State s, Session t) =>
        Implies(s.First[t].Phase == Transfer.Phase.Complete, s.Second[t].IsComplete);

    /// <summary>Every block on its way is a block of the file, under its number.</summary>
    [Invariant]
    public bool PacketsAreBlocks(State s, Session t, Packet packet) =>
        !s.Environment.Packets[t].Contains(packet)
        || packet.Kind != PacketKind.Data
        || (s.First[t].Content is { } content
            && packet.Number >= 1 && packet.Number <= sessions.Last(content) && packet.Block == sessions.BlockOf(content, packet.Number));

    /// <summary>A block that is acknowledged has been received.</summary>
    [Invariant]
    public bool AcksAreReceived(State s, Session t, int number) =>
        Implies(s.Environment.Acks[t].Contains(number), number >= 0 && number <= s.Second[t].Blocks.Count);

    /// <summary>The server is at most one block ahead of its client.</summary>
    [Invariant]
    public bool OneBlockAhead(State s, Session t) => s.First[t].Current >= 0 && s.First[t].Current <= s.Second[t].Blocks.Count + 1;

    /// <summary>Only a file that exists is sent, and none before it is read.</summary>
    [Invariant]
    public bool ContentExists(State s, Session t) => s.First[t].Content is { } content
        ? sessions.Exists(content) && s.First[t].Phase != Transfer.Phase.Requested
        : s.First[t].Phase == Transfer.Phase.Requested || s.First[t].Phase == Transfer.Phase.Failed;

    /// <summary>A client never has more blocks than there are.</summary>
    [Invariant]
    public bool NoMoreThanTheFile(State s, Session t) =>
        s.First[t].Content is { } content ? s.Second[t].Blocks.Count <= sessions.Last(content) : s.Second[t].Blocks.IsEmpty;
}
