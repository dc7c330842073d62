namespace Tftp.Model;

/// <summary>
/// The server's side of writing one file (RFC 1350): a <see cref="Download"/> that a client asks for. It keeps the blocks in order, and acknowledges
/// the last one only when the file is stored.
/// </summary>
/// <param name="client">The address of the client: its transfer identifier.</param>
/// <param name="request">What was asked for.</param>
/// <param name="policy">What may be written.</param>
/// <param name="hosts">Which addresses are of one machine.</param>
public sealed class Intake(Address client, WriteRequest request, WritePolicy policy, IHosts hosts) : Component<Intake.State, Intake.Event>
{
    /// <summary>The local state.</summary>
    /// <param name="Receiving">The blocks, from the client as the peer; asking until the file may be written. Options that are accepted are none after a plain answer.</param>
    /// <param name="IsStored">Whether the file is written.</param>
    public sealed record State(Download.State Receiving, bool IsStored);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>The server looks what there is under the name.</summary>
        [Io<FileSystem.Examine>]
        public sealed record Examine(string File, [Input] Standing Standing) : Event;

        /// <summary>The server answers the request, acknowledges a block or gives up.</summary>
        [Io<Udp.SendOrLose<Answer>>]
        public sealed record Send(Address To, Answer Answer) : Event;

        /// <summary>The server receives a packet.</summary>
        [Io<Udp.Receive<Arrival>>]
        public sealed record Receive([Input] Arrival Arrival) : Event;

        /// <summary>The server writes the file.</summary>
        [Io<FileSystem.Write>]
        public sealed record Store(string File, Seq<Block> Blocks, bool MayReplace, [Input] bool IsStored) : Event;

        /// <summary>The time for a packet is over.</summary>
        [Internal]
        public sealed record TimeOut : Event;

        /// <summary>The server takes the file for received: its last block is acknowledged.</summary>
        [Internal]
        public sealed record Finish : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(new Download.State(Download.Phase.Asking, client, null, Seq<Block>.Empty, false, null), false);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Examine(var name, var standing) when s.Receiving.Phase == Download.Phase.Asking && name == request.File =>
            policy.Permits(standing) ? s with { Receiving = s.Receiving with { Phase = Download.Phase.Receiving, MaySend = true } } : s,
        Event.Send(var to, var answer) when to == client && MayAccept(s, answer) => s with { Receiving = s.Receiving with { Accepted = answer.Options, MaySend = false } },
        Event.Send(var to, var answer) when to == client && MayGiveUp(s, answer) => s with { Receiving = s.Receiving with { Phase = Download.Phase.Failed, MaySend = false } },
        Event.Send(var to, var answer) when to != client || MayAcknowledge(s, answer) => Received(s, new Download.Event.Send(to, answer)),
        Event.Receive(var arrival) => arrival.From != client || IsExpected(s, arrival.Packet) ? Received(s, new Download.Event.Receive(arrival)) : s,
        Event.Store(var name, var blocks, var mayReplace, var isStored)
            when IsWhole(s) && name == request.File && blocks == s.Receiving.Blocks && mayReplace == policy.MayReplace => s with { IsStored = isStored },
        Event.TimeOut => Received(s, new Download.Event.TimeOut()),
        Event.Finish when s.IsStored && !s.Receiving.MaySend => s,
        _ => null,
    };

    private static bool IsWhole(State s) => s.Receiving.Phase == Download.Phase.Complete && !s.IsStored;

    // The first answer, or the same again: options that were offered, or a plain acknowledgement of the request, which accepts none.
    private bool MayAccept(State s, Answer answer) =>
        s.Receiving.Phase == Download.Phase.Receiving && s.Receiving.MaySend && s.Receiving.Blocks.IsEmpty
        && (s.Receiving.Accepted is null || s.Receiving.Accepted == answer.Options)
        && (answer == Answer.Ack(0) || (answer == Answer.OptionAck(answer.Options) && IsOffered(answer.Options)));

    // The length that is told comes back as it is (RFC 2349).
    private bool IsOffered(Options accepted) =>
        Options.MayAccept(accepted, request.Offered, Block.Full) && (accepted.FileSize is null || accepted.FileSize == request.Offered.FileSize);

    // With no file, or one that could not be written, there is nothing to do but to give up.
    private static bool MayGiveUp(State s, Answer answer) =>
        answer == Answer.Failure(answer.Number) && (s.Receiving.Phase == Download.Phase.Asking || s.Receiving.Phase == Download.Phase.Receiving || IsWhole(s));

    private static bool MayAcknowledge(State s, Answer answer) => answer.Kind == AnswerKind.Ack && answer.Number > 0 && (s.Receiving.Phase != Download.Phase.Complete || s.IsStored);

    // A block that comes before the request is answered is of no known length, and a client accepts no options here.
    private static bool IsExpected(State s, Packet packet) =>
        packet.Kind != PacketKind.OptionAck && (packet.Kind != PacketKind.Data || s.Receiving.Accepted is not null);

    private State? Received(State s, Download.Event e) =>
        new Download(client, new ReadRequest(request.File, request.Offered), hosts).Next(s.Receiving, e) is { } receiving ? s with { Receiving = receiving } : null;
}
