namespace Tftp.Model;

/// <summary>
/// The environment: files that do not change while they are read, and between a server and its clients a network that may lose, duplicate and
/// reorder datagrams. A request may start any number of transfers, and a transfer may start without one. Anybody may send anything to anybody, but
/// nobody in the name of a client or of the server's machine.
/// </summary>
/// <param name="sessions">The clients and transfers.</param>
public sealed class Network(ISessions sessions) : EventSystem<Network.State, Network.Event>
{
    /// <summary>What was ever sent.</summary>
    /// <param name="Packets">From each transfer to its client.</param>
    /// <param name="Answers">From each client.</param>
    public sealed record State(Map<Session, Set<Packet>> Packets, Map<Client, Set<Sent>> Answers);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>A client hands over its request.</summary>
        public sealed record Ask(Client From, Address To, ReadRequest Request) : Event;

        /// <summary>A transfer gets a file's contents.</summary>
        public sealed record Provide(Session To, string File, Content Content) : Event;

        /// <summary>A transfer hands over a packet.</summary>
        public sealed record Transmit(Session From, Address To, Packet Packet) : Event;

        /// <summary>A packet reaches the client.</summary>
        public sealed record Deliver(Session From, Packet Packet) : Event;

        /// <summary>A client hands over an answer.</summary>
        public sealed record Reply(Client From, Address To, Answer Answer) : Event;

        /// <summary>An answer reaches the transfer.</summary>
        public sealed record Return(Session To, Answer Answer) : Event;

        /// <summary>Something else reaches a transfer.</summary>
        public sealed record Disturb(Session To, Incoming Incoming) : Event;

        /// <summary>Something from elsewhere reaches a client.</summary>
        public sealed record Mislead(Client To, Arrival Arrival) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Map<Session, Set<Packet>>.Constant(Set<Packet>.Empty), Map<Client, Set<Sent>>.Constant(Set<Sent>.Empty));

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Ask or Event.Provide => s,
        Event.Transmit(var from, var to, var packet) =>
            to == sessions.AddressOf(sessions.ClientOf(from)) ? s with { Packets = s.Packets.Set(from, s.Packets[from].Add(packet)) } : s,
        Event.Deliver(var from, var packet) when s.Packets[from].Contains(packet) => s,
        Event.Reply(var from, var to, var answer) => s with { Answers = s.Answers.Set(from, s.Answers[from].Add(new Sent(to, answer))) },
        Event.Return(var to, var answer) when s.Answers[sessions.ClientOf(to)].Contains(new Sent(sessions.PortOf(to), answer)) => s,
        Event.Disturb(var to, var incoming) when incoming.From != sessions.AddressOf(sessions.ClientOf(to)) || incoming.Answer.Kind != AnswerKind.Ack => s,
        Event.Mislead(_, var arrival) when !sessions.AreTogether(arrival.From, sessions.Server) => s,
        _ => null,
    };
}
