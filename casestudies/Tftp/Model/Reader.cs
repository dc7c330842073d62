namespace Tftp.Model;

/// <summary>The client's side: keeps the blocks in order and acknowledges them.</summary>
/// <param name="server">The address of the transfer.</param>
public sealed class Reader(Address server) : Component<Reader.State, Reader.Event>
{
    /// <summary>The local state.</summary>
    /// <param name="Blocks">The blocks received in order.</param>
    /// <param name="IsComplete">Whether the last one was not full.</param>
    public sealed record State(Seq<Block> Blocks, bool IsComplete);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>The client receives a packet.</summary>
        [Io<Udp.Receive<Packet>>]
        public sealed record Receive([Input] Packet Packet) : Event;

        /// <summary>The client acknowledges a block that it has; with 0 the options.</summary>
        [Io<Udp.Send<int>>]
        public sealed record Acknowledge(Address To, int Number) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Seq<Block>.Empty, false);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Receive(var packet) => Received(s, packet),
        Event.Acknowledge(var to, var number) when to == server && number >= 0 && number <= s.Blocks.Count => s,
        _ => null,
    };

    private static State Received(State s, Packet packet) =>
        packet.Kind == PacketKind.Data && !s.IsComplete && packet.Number == s.Blocks.Count + 1
            ? new(s.Blocks.Append(packet.Block), packet.Block.Length < Block.Full)
            : s;
}
