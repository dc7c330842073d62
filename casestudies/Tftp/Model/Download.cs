namespace Tftp.Model;

/// <summary>A client that reads one file (RFC 1350): keeps the blocks in order and acknowledges each.</summary>
/// <param name="server">Where the server takes requests.</param>
/// <param name="request">What the client asks for.</param>
/// <param name="hosts">Which addresses are of the server's machine.</param>
public sealed class Download(Address server, ReadRequest request, IHosts hosts) : Component<Download.State, Download.Event>
{
    /// <summary>The error of options that were not offered (RFC 2347).</summary>
    public const int RefusedOptions = 8;

    /// <summary>The shortest length of blocks that a server may choose (RFC 2348).</summary>
    public const int ShortestBlocks = 8;

    /// <summary>How it stands.</summary>
    public enum Phase
    {
        /// <summary>The request is not answered.</summary>
        Asking,

        /// <summary>Blocks come in.</summary>
        Receiving,

        /// <summary>The last block is there.</summary>
        Complete,

        /// <summary>The server accepts options that were not offered, and is not told yet.</summary>
        Refusing,

        /// <summary>One side has given up.</summary>
        Failed,
    }

    /// <summary>The local state.</summary>
    /// <param name="Phase">How the download stands.</param>
    /// <param name="Peer">The server's address for this transfer: where the first answer came from.</param>
    /// <param name="Accepted">The options that the server accepts, if it has said so.</param>
    /// <param name="Blocks">The blocks received in order.</param>
    /// <param name="MaySend">Whether there is a reason to send: the beginning, a packet of the transfer, or that the time for one is over.</param>
    /// <param name="Stranger">Who else sent something and has no answer yet.</param>
    public sealed record State(Phase Phase, Address? Peer, Options? Accepted, Seq<Block> Blocks, bool MaySend, Address? Stranger)
    {
        /// <summary>The length of every block but the last.</summary>
        public int BlockLength => Accepted is { } accepted && accepted.BlockSize is { } length ? length : Block.Full;
    }

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>The client asks for the file.</summary>
        [Io<Udp.Send<ReadRequest>>]
        public sealed record Ask(Address To, ReadRequest Request) : Event;

        /// <summary>The client acknowledges or gives up.</summary>
        [Io<Udp.SendOrLose<Answer>>]
        public sealed record Send(Address To, Answer Answer) : Event;

        /// <summary>The client receives a packet.</summary>
        [Io<Udp.Receive<Arrival>>]
        public sealed record Receive([Input] Arrival Arrival) : Event;

        /// <summary>The time for a packet is over.</summary>
        [Internal]
        public sealed record TimeOut : Event;

        /// <summary>The client takes the file for complete.</summary>
        [Internal]
        public sealed record Finish : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Phase.Asking, null, null, Seq<Block>.Empty, true, null);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Ask(var to, var asked) when s.Phase == Phase.Asking && s.MaySend && to == server && asked == request => s with { MaySend = false },
        Event.Send(var to, var answer)
            when s.Peer == to && answer.Kind == AnswerKind.Ack && IsReceiving(s) && s.MaySend && answer.Number == s.Blocks.Count && (answer.Number > 0 || s.Accepted is not null) =>
            s with { MaySend = false },
        Event.Send(var to, var answer)
            when s.Peer == to && answer.Kind == AnswerKind.Failure && (s.Phase == Phase.Receiving || (s.Phase == Phase.Refusing && answer.Number == RefusedOptions)) =>
            s with { Phase = Phase.Failed, MaySend = false },
        Event.Send(var to, var answer) when s.Peer != to && s.Stranger == to && answer.Kind == AnswerKind.Failure && answer.Number == Transfer.UnknownTransfer =>
            s with { Stranger = null },
        Event.Receive(var arrival) => Received(s, arrival),
        Event.TimeOut when s.Phase == Phase.Asking || s.Phase == Phase.Receiving => s with { MaySend = true },
        Event.Finish when s.Phase == Phase.Complete => s,
        _ => null,
    };

    private static bool IsReceiving(State s) => s.Phase == Phase.Receiving || s.Phase == Phase.Complete;

    private State Received(State s, Arrival arrival)
    {
        if (s.Peer is { } peer) return arrival.From == peer ? FromPeer(s, arrival.Packet) : s with { Stranger = arrival.From };
        return hosts.AreTogether(arrival.From, server) ? First(s, arrival.From, arrival.Packet) : s with { Stranger = arrival.From };
    }

    // Who answers first is the transfer (RFC 1350, section 4): a request that was duplicated has several.
    private State First(State s, Address from, Packet packet) => packet.Kind switch
    {
        PacketKind.Data => packet.Number == 1 && Fits(s, packet) ? Appended(s with { Peer = from }, packet) : s,
        PacketKind.OptionAck => Offered(packet)
            ? s with { Peer = from, Phase = Phase.Receiving, Accepted = packet.Options, MaySend = true }
            : s with { Peer = from, Phase = Phase.Refusing, MaySend = false },
        PacketKind.Failure => s with { Peer = from, Phase = Phase.Failed, MaySend = false },
        _ => s,
    };

    private bool Offered(Packet packet) => Options.MayAccept(packet.Options, request.Offered, ShortestBlocks);

    private static State FromPeer(State s, Packet packet) => packet.Kind switch
    {
        PacketKind.Data => s.Phase == Phase.Receiving && packet.Number == s.Blocks.Count + 1
            ? Fits(s, packet) ? Appended(s, packet) : s
            : Again(s, packet.Number > 0 && packet.Number == s.Blocks.Count),
        PacketKind.OptionAck => Again(s, s.Blocks.IsEmpty && packet.Options == s.Accepted),
        PacketKind.Failure => s.Phase == Phase.Receiving ? s with { Phase = Phase.Failed, MaySend = false } : s,
        _ => s,
    };

    // What is received again was perhaps not acknowledged: the acknowledgement may be lost.
    private static State Again(State s, bool isLatest) => isLatest ? s with { MaySend = true } : s;

    private static bool Fits(State s, Packet packet) => packet.Block.Length <= s.BlockLength;

    private static State Appended(State s, Packet packet) =>
        s with { Blocks = s.Blocks.Append(packet.Block), MaySend = true, Phase = packet.Block.Length < s.BlockLength ? Phase.Complete : Phase.Receiving };
}
