namespace Tftp.Model;

/// <summary>
/// The environment of writing: a folder that nothing is known of, and between a server and its clients the same network as <see cref="Network"/>, the
/// other way round.
/// </summary>
/// <param name="uploads">The clients and transfers.</param>
public sealed class UploadNetwork(IUploads uploads) : EventSystem<UploadNetwork.State, UploadNetwork.Event>
{
    /// <summary>What was ever sent.</summary>
    /// <param name="Packets">From each client.</param>
    /// <param name="Answers">From each transfer to its client.</param>
    public sealed record State(Map<Client, Set<Posted>> Packets, Map<Session, Set<Answer>> Answers);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>A client hands over its request.</summary>
        public sealed record Ask(Client From, Address To, WriteRequest Request) : Event;

        /// <summary>A transfer is told what there is under a name.</summary>
        public sealed record Tell(Session To, string File, Standing Standing) : Event;

        /// <summary>A transfer writes a file, or fails to.</summary>
        public sealed record Keep(Session From, string File, Seq<Block> Blocks, bool MayReplace, bool IsStored) : Event;

        /// <summary>A client hands over a packet.</summary>
        public sealed record Transmit(Client From, Address To, Packet Packet) : Event;

        /// <summary>A packet reaches the transfer.</summary>
        public sealed record Deliver(Session To, Packet Packet) : Event;

        /// <summary>A transfer hands over an answer.</summary>
        public sealed record Reply(Session From, Address To, Answer Answer) : Event;

        /// <summary>An answer reaches the client.</summary>
        public sealed record Return(Session From, Answer Answer) : Event;

        /// <summary>Something else reaches a transfer.</summary>
        public sealed record Disturb(Session To, Arrival Arrival) : Event;

        /// <summary>Something from elsewhere reaches a client.</summary>
        public sealed record Mislead(Client To, Incoming Incoming) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(Map<Client, Set<Posted>>.Constant(Set<Posted>.Empty), Map<Session, Set<Answer>>.Constant(Set<Answer>.Empty));

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Ask or Event.Tell or Event.Keep => s,
        Event.Transmit(var from, var to, var packet) => s with { Packets = s.Packets.Set(from, s.Packets[from].Add(new Posted(to, packet))) },
        Event.Deliver(var to, var packet) when s.Packets[uploads.ClientOf(to)].Contains(new Posted(uploads.PortOf(to), packet)) => s,
        Event.Reply(var from, var to, var answer) =>
            to == uploads.AddressOf(uploads.ClientOf(from)) ? s with { Answers = s.Answers.Set(from, s.Answers[from].Add(answer)) } : s,
        Event.Return(var from, var answer) when s.Answers[from].Contains(answer) => s,
        Event.Disturb(var to, var arrival) when arrival.From != uploads.AddressOf(uploads.ClientOf(to)) || arrival.Packet.Kind != PacketKind.Data => s,
        Event.Mislead(_, var incoming) when !uploads.AreTogether(incoming.From, uploads.Server) => s,
        _ => null,
    };
}
