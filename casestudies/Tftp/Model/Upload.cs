namespace Tftp.Model;

/// <summary>A client that writes one file (RFC 1350): asks for it, and is then the sender of a <see cref="Transfer"/>.</summary>
/// <param name="server">Where the server takes requests.</param>
/// <param name="request">What the client asks for.</param>
/// <param name="content">The file.</param>
/// <param name="files">What files are.</param>
/// <param name="hosts">Which addresses are of the server's machine.</param>
public sealed class Upload(Address server, WriteRequest request, Content content, IFiles files, IHosts hosts) : Component<Upload.State, Upload.Event>
{
    /// <summary>The local state.</summary>
    /// <param name="Peer">The server's address for this transfer: where the first answer came from.</param>
    /// <param name="IsRefusing">Whether the server accepts options that were not offered, and is not told yet.</param>
    /// <param name="Sending">The blocks; number 0 is the request. Options that are accepted are none after a plain answer.</param>
    public sealed record State(Address? Peer, bool IsRefusing, Transfer.State Sending);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>The client asks to write the file.</summary>
        [Io<Udp.Send<WriteRequest>>]
        public sealed record Ask(Address To, WriteRequest Request) : Event;

        /// <summary>The client sends a block or gives up.</summary>
        [Io<Udp.SendOrLose<Packet>>]
        public sealed record Send(Address To, Packet Packet) : Event;

        /// <summary>The client receives an answer.</summary>
        [Io<Udp.Receive<Incoming>>]
        public sealed record Receive([Input] Incoming Incoming) : Event;

        /// <summary>The time for an answer is over.</summary>
        [Internal]
        public sealed record TimeOut : Event;

        /// <summary>The client takes the file for transferred.</summary>
        [Internal]
        public sealed record Finish : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(null, false, new Transfer.State(Transfer.Phase.Sending, content, 0, true, null, null));

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Ask(var to, var asked) when s.Peer is null && s.Sending.MaySend && to == server && asked == request && IsTrue(asked) => s with { Sending = s.Sending with { MaySend = false } },
        Event.Send(var to, var packet) when s.IsRefusing && s.Peer == to => packet == Packet.Failure(Download.RefusedOptions) ? s with { IsRefusing = false } : null,
        Event.Send(var to, var packet) when s.Peer is { } peer => Sent(s, peer, new Transfer.Event.Send(to, packet)),
        Event.Send(var to, var packet) when s.Peer is null && s.Sending.Stranger == to && packet == Packet.Failure(Transfer.UnknownTransfer) =>
            s with { Sending = s.Sending with { Stranger = null } },
        Event.Receive(var incoming) => Received(s, incoming),
        Event.TimeOut => Sent(s, server, new Transfer.Event.TimeOut()),
        Event.Finish => Sent(s, server, new Transfer.Event.Finish()),
        _ => null,
    };

    // The length that is told is the file's (RFC 2349).
    private bool IsTrue(WriteRequest asked) => asked.Offered.FileSize is not { } size || size == files.LengthOf(content);

    private State? Received(State s, Incoming incoming)
    {
        if (s.Peer is { } peer) return Sent(s, peer, new Transfer.Event.Receive(incoming));
        return hosts.AreTogether(incoming.From, server) ? First(s, incoming.From, incoming.Answer) : s with { Sending = s.Sending with { Stranger = incoming.From } };
    }

    // Who answers first is the transfer (RFC 1350, section 4): a request that was duplicated has several.
    private State First(State s, Address from, Answer answer) => answer.Kind switch
    {
        AnswerKind.Ack => answer.Number == 0 ? Begun(s, from, Options.None) : s,
        AnswerKind.OptionAck => IsOffered(answer.Options)
            ? Begun(s, from, answer.Options)
            : new State(from, true, s.Sending with { Phase = Transfer.Phase.Failed, MaySend = false }),
        AnswerKind.Failure => s with { Peer = from, Sending = s.Sending with { Phase = Transfer.Phase.Failed, MaySend = false } },
        _ => s,
    };

    private bool IsOffered(Options accepted) =>
        Options.MayAccept(accepted, request.Offered, Download.ShortestBlocks) && (accepted.FileSize is null || accepted.FileSize == request.Offered.FileSize);

    private static State Begun(State s, Address from, Options accepted) => s with { Peer = from, Sending = s.Sending with { Current = 1, MaySend = true, Accepted = accepted } };

    private State? Sent(State s, Address peer, Transfer.Event e) =>
        new Transfer(peer, new ReadRequest(request.File, request.Offered), files).Next(s.Sending, e) is { } sending ? s with { Sending = sending } : null;
}
