namespace Tftp.Model;

/// <summary>The server's side of reading one file (RFC 1350): one block at a time, the next when the last one is acknowledged.</summary>
/// <param name="client">The address of the client: its transfer identifier.</param>
/// <param name="file">The file that was requested.</param>
/// <param name="offered">The options that were offered.</param>
public sealed class Transfer(Address client, string file, Set<string> offered) : Component<Transfer.State, Transfer.Event>
{
    /// <summary>The option that tells the size of a file (RFC 2349).</summary>
    public const string Size = "tsize";

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
    /// <param name="Blocks">The blocks of the file.</param>
    /// <param name="Current">The block that is being sent; 0 while options are.</param>
    /// <param name="MaySend">Whether it may be sent: for the first time, or again after the time for an answer.</param>
    /// <param name="HasAccepted">Whether an option was accepted.</param>
    /// <param name="Stranger">Who else sent something and has no answer yet.</param>
    public sealed record State(Phase Phase, Seq<Block> Blocks, int Current, bool MaySend, bool HasAccepted, Address? Stranger);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>The server reads the file.</summary>
        [Io<FileSystem.Read>]
        public sealed record Read(string File, [Input] Content Content) : Event;

        /// <summary>The server sends a packet.</summary>
        [Io<Udp.Send<Packet>>]
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
    public override State Initial => new(Phase.Requested, Seq<Block>.Empty, 0, false, false, null);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Read(var name, var content) when s.Phase == Phase.Requested && name == file => content.Exists
            ? s with { Phase = Phase.Sending, Blocks = content.Blocks, MaySend = true }
            : s with { Phase = Phase.Failed, MaySend = true },
        Event.Send(var to, Packet.Data(var number, var block)) when to == client && MaySendBlock(s, number, block) => s with { Current = number, MaySend = false },
        Event.Send(var to, Packet.OptionAck(var option, var value)) when to == client && MayAccept(s, option, value) => s with { HasAccepted = true, MaySend = false },
        Event.Send(var to, Packet.Failure) when to == client && (s.Phase == Phase.Sending || s.Phase == Phase.Requested || s.MaySend) => s with { Phase = Phase.Failed, MaySend = false },
        Event.Send(var to, Packet.Failure(var code)) when to != client && s.Stranger == to && code == UnknownTransfer => s with { Stranger = null },
        Event.Receive(var incoming) => incoming.From == client ? Answered(s, incoming.Answer) : s with { Stranger = incoming.From },
        Event.TimeOut when s.Phase == Phase.Sending => s with { MaySend = true },
        Event.Finish when s.Phase == Phase.Complete => s,
        _ => null,
    };

    private static bool MaySendBlock(State s, int number, Block block) =>
        s.Phase == Phase.Sending && s.MaySend
        && number >= 1 && number <= s.Blocks.Count && s.Blocks[number - 1] == block
        && (number == s.Current || number == 1 && s.Current == 0 && !s.HasAccepted);

    private bool MayAccept(State s, string option, int value) =>
        s.Phase == Phase.Sending && s.MaySend && s.Current == 0 && !s.Blocks.IsEmpty
        && option == Size && offered.Contains(option)
        && value == (s.Blocks.Count - 1) * Block.Full + s.Blocks[s.Blocks.Count - 1].Length;

    // A second acknowledgement of an earlier block moves nothing: or each would be doubled from then on (RFC 1123, 4.2.3.1).
    private static State Answered(State s, Answer answer) => answer switch
    {
        Answer.Ack(var number) when s.Phase == Phase.Sending && number == s.Current && !(number == 0 && !s.HasAccepted) =>
            number == s.Blocks.Count ? s with { Phase = Phase.Complete, MaySend = false } : s with { Current = number + 1, MaySend = true },
        Answer.Failure when s.Phase == Phase.Sending => s with { Phase = Phase.Failed, MaySend = false },
        _ => s,
    };
}
