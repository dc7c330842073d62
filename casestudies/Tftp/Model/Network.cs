namespace Tftp.Model;

/// <summary>
/// The environment: files that do not change while they are read, and between the two sides of each transfer a network that may lose, duplicate and
/// reorder datagrams. Anybody may send anything to a server, but nobody in the name of its client or of the server.
/// </summary>
/// <param name="sessions">The transfers.</param>
public sealed class Network(ISessions sessions) : EventSystem<Network.State, Network.Event>
{
    /// <summary>What was ever sent.</summary>
    /// <param name="Packets">From each server to its client.</param>
    /// <param name="Acks">From each client to its server.</param>
    public sealed record State(Map<Session, Set<Packet>> Packets, Map<Session, Set<int>> Acks);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>A server gets a file's contents.</summary>
        public sealed record Provide(Session To, string File, Content Content) : Event;

        /// <summary>A server hands over a packet.</summary>
        public sealed record Transmit(Session From, Address To, Packet Packet) : Event;

        /// <summary>A packet reaches the client.</summary>
        public sealed record Deliver(Session To, Packet Packet) : Event;

        /// <summary>A client hands over an acknowledgement.</summary>
        public sealed record Acknowledge(Session From, Address To, int Number) : Event;

        /// <summary>An acknowledgement reaches the server.</summary>
        public sealed record Return(Session To, int Number) : Event;

        /// <summary>Something else reaches a server.</summary>
        public sealed record Disturb(Session To, Incoming Incoming) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Map<Session, Set<Packet>>.Constant(Set<Packet>.Empty), Map<Session, Set<int>>.Constant(Set<int>.Empty));

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Provide => s,
        Event.Transmit(var from, var to, var packet) => to == sessions.ClientOf(from) ? s with { Packets = s.Packets.Set(from, s.Packets[from].Add(packet)) } : s,
        Event.Deliver(var to, var packet) when s.Packets[to].Contains(packet) => s,
        Event.Acknowledge(var from, var to, var number) => to == sessions.ServerOf(from) ? s with { Acks = s.Acks.Set(from, s.Acks[from].Add(number)) } : s,
        Event.Return(var to, var number) when s.Acks[to].Contains(number) => s,
        Event.Disturb(var to, var incoming) when incoming.From != sessions.ClientOf(to) || incoming.Kind != AnswerKind.Ack => s,
        _ => null,
    };
}
