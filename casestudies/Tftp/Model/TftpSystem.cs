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
    public override Transfer First(Session index) => new(sessions.ClientOf(index), sessions.FileOf(index), sessions.OfferedBy(index));

    /// <inheritdoc/>
    public override Reader Second(Session index) => new(sessions.ServerOf(index));

    /// <inheritdoc/>
    public override Step? Partner(Network.Event e) => e switch
    {
        Network.Event.Provide(var to, var file, var content) => new Step.OfFirst(to, new Transfer.Event.Read(file, content)),
        Network.Event.Transmit(var from, var to, var packet) => new Step.OfFirst(from, new Transfer.Event.Send(to, packet)),
        Network.Event.Deliver(var to, var packet) => new Step.OfSecond(to, new Reader.Event.Receive(packet)),
        Network.Event.Acknowledge(var from, var to, var number) => new Step.OfSecond(from, new Reader.Event.Acknowledge(to, number)),
        Network.Event.Return(var to, var number) => new Step.OfFirst(to, new Transfer.Event.Receive(new Incoming(sessions.ClientOf(to), new Answer.Ack(number)))),
        Network.Event.Disturb(var to, var incoming) => new Step.OfFirst(to, new Transfer.Event.Receive(incoming)),
        _ => null,
    };

    /// <summary>What a client has is a prefix of the file.</summary>
    [Invariant]
    public bool ReceivedIsPrefix(State s, Session t, int i) =>
        s.Second[t].Blocks.Count <= s.First[t].Blocks.Count
        && (i < 0 || i >= s.Second[t].Blocks.Count || s.Second[t].Blocks[i] == s.First[t].Blocks[i]);

    /// <summary>A client that takes the file for complete has all of it.</summary>
    [Invariant]
    public bool CompleteIsWhole(State s, Session t) =>
        Implies(s.Second[t].IsComplete, s.Second[t].Blocks.Count == s.First[t].Blocks.Count);

    /// <summary>A server that takes the file for transferred is right: its client has all of it, the empty last block included.</summary>
    [Invariant]
    public bool TransferredIsComplete(State s, Session t) =>
        Implies(s.First[t].Phase == Transfer.Phase.Complete, s.Second[t].Blocks.Count == s.First[t].Blocks.Count && s.Second[t].IsComplete);

    /// <summary>Every block on its way is a block of the file, under its number.</summary>
    [Invariant]
    public bool PacketsAreBlocks(State s, Session t, int number, Block block) =>
        !s.Environment.Packets[t].Contains(new Packet.Data(number, block))
        || (number >= 1 && number <= s.First[t].Blocks.Count && s.First[t].Blocks[number - 1] == block);

    /// <summary>A block that is acknowledged has been received.</summary>
    [Invariant]
    public bool AcksAreReceived(State s, Session t, int number) =>
        Implies(s.Environment.Acks[t].Contains(number), number >= 0 && number <= s.Second[t].Blocks.Count);

    /// <summary>The server is at most one block ahead of its client.</summary>
    [Invariant]
    public bool OneBlockAhead(State s, Session t) =>
        s.First[t].Current >= 0 && s.First[t].Current <= s.Second[t].Blocks.Count + 1 && s.First[t].Current <= s.First[t].Blocks.Count;

    /// <summary>Before the file is read there is nothing of it anywhere.</summary>
    [Invariant]
    public bool NothingBeforeReading(State s, Session t) =>
        Implies(s.First[t].Phase == Transfer.Phase.Requested, s.First[t].Blocks.IsEmpty);

    /// <summary>A file that was read is whole: only its last block is not full.</summary>
    [Invariant]
    public bool BlocksAreWhole(State s, Session t, int i) =>
        (s.First[t].Phase != Transfer.Phase.Sending && s.First[t].Phase != Transfer.Phase.Complete || !s.First[t].Blocks.IsEmpty)
        && (i < 0 || i >= s.First[t].Blocks.Count || (i == s.First[t].Blocks.Count - 1) == (s.First[t].Blocks[i].Length < Block.Full));

    /// <summary>The client is complete as soon as it has the last block.</summary>
    [Invariant]
    public bool LastBlockCompletes(State s, Session t) =>
        s.Second[t].Blocks.IsEmpty || s.Second[t].IsComplete == (s.Second[t].Blocks[s.Second[t].Blocks.Count - 1].Length < Block.Full);

    /// <summary>Who has no block yet is not complete.</summary>
    [Invariant]
    public bool NothingIsNotComplete(State s, Session t) => !s.Second[t].Blocks.IsEmpty || !s.Second[t].IsComplete;
}
