namespace Tftp.Model;

/// <summary>The server's side of reading one file (RFC 1350): one block at a time, the next when the last one is acknowledged.</summary>
/// <param name="client">The address of the client: its transfer identifier.</param>
/// <param name="request">What was asked for.</param>
/// <param name="files">What files are.</param>
public sealed class Transfer(Address client, ReadRequest request, IFiles files) : Component<Transfer.State, Transfer.Event>
{
    /// <summary>The error of a datagram from somewhere else.</summary>
    public const int UnknownTransfer = 5;

    /// <summary>How a transfer stands.</summary>
    public enum Phase
    {
        /// <summary>The file is not read yet.</summary>
        Requested,

        /// <summary>It is being sent.</summary>
        Sending,

        /// <summary>Its last block is acknowledged.</summary>
        Complete,

        /// <summary>It was given up.</summary>
        Failed,
    }

    /// <summary>The local state.</summary>
    /// <param name="Phase">How the transfer stands.</param>
    /// <param name="Content">The file, once it is read.</param>
    /// <param name="Current">The block that is being sent; 0 while options are.</param>
    /// <param name="MaySend">Whether it may be sent: for the first time, or again after the time for an answer.</param>
    /// <param name="Accepted">The options that were accepted, if any were.</param>
    /// <param name="Stranger">Who else sent something and has no answer yet.</param>
    public sealed record State(Phase Phase, Content? Content, int Current, bool MaySend, Options? Accepted, Address? Stranger)
    {
        /// <summary>The length of every block but the last.</summary>
        public int BlockLength => Accepted is { } accepted && accepted.BlockSize is { } length ? length : Block.Full;
    }

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>The server reads the file.</summary>
        [Io<FileSystem.Read>]
        public sealed record Read(string File, [Input] Content Content) : Event;

        /// <summary>The server sends a packet. One that fails counts as sent: after an error that may have left the transfer is over.</summary>
        [Io<Udp.SendOrLose<Packet>>]
        public sealed record Send(Address To, Packet Packet) : Event;

        /// <summary>The server receives a packet.</summary>
        [Io<Udp.Receive<Incoming>>]
        public sealed record Receive([Input] Incoming Incoming) : Event;

        /// <summary>The time for an answer is over.</summary>
        [Internal]
        public sealed record TimeOut : Event;

        /// <summary>The server takes the file for transferred.</summary>
        [Internal]
        public sealed record Finish : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Phase.Requested, null, 0, false, null, null);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Read(var name, var content) when s.Phase == Phase.Requested && name == request.File => Opened(s, content),
        Event.Send(var to, var packet) when to == client && MaySendToClient(s, packet) => Sent(s, packet),
        Event.Send(var to, var packet) when to != client && s.Stranger == to && packet == Packet.Failure(UnknownTransfer) => s with { Stranger = null },
        Event.Receive(var incoming) => Received(s, incoming),
        Event.TimeOut when s.Phase == Phase.Sending => s with { MaySend = true },
        Event.Finish when s.Phase == Phase.Complete => s,
        _ => null,
    };

    private bool MaySendToClient(State s, Packet packet) => packet.Kind switch
    {
        PacketKind.Data => s.Phase == Phase.Sending && s.MaySend && IsCurrent(s, packet.Number) && IsBlock(s, packet),
        PacketKind.OptionAck => s.Phase == Phase.Sending && s.MaySend && s.Current == 0 && (s.Accepted is null || s.Accepted == packet.Options) && IsOffered(s, packet),
        PacketKind.Failure => (s.Phase == Phase.Sending || s.Phase == Phase.Requested || s.MaySend) && packet == Packet.Failure(packet.Number),
        _ => false,
    };

    private static bool IsCurrent(State s, int number) => number >= 1 && (number == s.Current || (number == 1 && s.Current == 0 && s.Accepted is null));

    private bool IsBlock(State s, Packet packet) =>
        s.Content is { } content
        && packet.Number <= files.Last(content, s.BlockLength) && packet == Packet.Data(packet.Number, files.BlockOf(content, s.BlockLength, packet.Number));

    private bool IsOffered(State s, Packet packet) =>
        packet == Packet.OptionAck(packet.Options) && Options.MayAccept(packet.Options, request.Offered, Block.Full)
        && (packet.Options.FileSize is not { } size || (s.Content is { } content && size == files.LengthOf(content)));

    private static State Sent(State s, Packet packet) => packet.Kind switch
    {
        PacketKind.Data => s with { Current = packet.Number, MaySend = false },
        PacketKind.OptionAck => s with { Accepted = packet.Options, MaySend = false },
        _ => s with { Phase = Phase.Failed, MaySend = false },
    };

    private State Opened(State s, Content content) => files.Exists(content)
        ? s with { Phase = Phase.Sending, Content = content, MaySend = true }
        : s with { Phase = Phase.Failed, MaySend = true };

    private State Received(State s, Incoming incoming) =>
        incoming.From == client ? Answered(s, incoming.Answer) : s with { Stranger = incoming.From };

    private State Answered(State s, Answer answer) => answer.Kind switch
    {
        AnswerKind.Ack => Acknowledged(s, answer.Number),
        AnswerKind.Failure => s.Phase == Phase.Sending ? s with { Phase = Phase.Failed, MaySend = false } : s,
        _ => s,
    };

    // A second acknowledgement of an earlier block moves nothing: or each would be doubled from then on (RFC 1123, 4.2.3.1).
    private State Acknowledged(State s, int number)
    {
        if (s.Phase != Phase.Sending || number != s.Current || (number == 0 && s.Accepted is null)) return s;
        return s.Content is { } content && number == files.Last(content, s.BlockLength)
            ? s with { Phase = Phase.Complete, MaySend = false }
            : s with { Current = number + 1, MaySend = true };
    }
}
