namespace Retransmission.Model;

/// <summary>One node: sends one item at a time until it is acknowledged, each time again only after a timer, and takes the items sent to it in their order.</summary>
/// <param name="self">The node.</param>
/// <param name="next">The address to which it sends items.</param>
/// <param name="previous">The address to which it sends acknowledgements.</param>
/// <param name="streams">What it sends.</param>
public sealed class Peer(Node self, Address next, Address previous, IStreams streams) : Component<Peer.State, Peer.Event>
{
    /// <summary>The local state.</summary>
    /// <param name="Sending">The number of the item that it sends: all before it are acknowledged.</param>
    /// <param name="IsDue">Whether it may send that item: for the first time, or again after the timer.</param>
    /// <param name="Got">The items that it has received.</param>
    /// <param name="Delivered">How many of these the program has got.</param>
    public sealed record State(int Sending, bool IsDue, Seq<Item> Got, int Delivered);

    /// <summary>What can happen.</summary>
    public abstract record Event
    {
        /// <summary>It sends an item or an acknowledgement.</summary>
        [Io<Udp.SendOrLose<Packet>>]
        public sealed record Send(Address To, Packet Packet) : Event;

        /// <summary>It receives an item or an acknowledgement.</summary>
        [Io<Udp.Receive<Packet>>]
        public sealed record Receive([Input] Packet Packet) : Event;

        /// <summary>It starts the timer of an item that it has sent.</summary>
        [Io<LocalTimer.Start<int>>]
        public sealed record Start(int Number) : Event;

        /// <summary>It cancels the timer of an item that is acknowledged.</summary>
        [Io<LocalTimer.Cancel<int>>]
        public sealed record Cancel(int Number) : Event;

        /// <summary>The timer of an item expires.</summary>
        [Io<LocalTimer.Expire<int>>]
        public sealed record Expire([Input] int Number) : Event;

        /// <summary>The program gets the next item.</summary>
        [Internal]
        public sealed record Deliver(int Number, Item Item) : Event;
    }

    /// <inheritdoc/>
    public override State Initial => new(0, true, Seq<Item>.Empty, 0);

    /// <inheritdoc/>
    public override State? Next(State s, Event e) => e switch
    {
        Event.Send(var to, var packet) when !packet.IsAck && to == next && s.IsDue && packet.Number == s.Sending && packet.Item == streams.ItemOf(self, s.Sending) =>
            s with { IsDue = false },
        Event.Send(var to, var packet) when packet.IsAck && to == previous && packet.Number == s.Got.Count => s,
        Event.Receive(var packet) => packet.IsAck ? Acknowledged(s, packet.Number) : Received(s, packet),
        Event.Start(var number) when number == s.Sending && !s.IsDue => s,
        Event.Cancel(var number) when number < s.Sending => s,
        Event.Expire(var number) => number == s.Sending ? s with { IsDue = true } : s,
        Event.Deliver(var number, var item) when number == s.Delivered && number >= 0 && number < s.Got.Count && s.Got[number] == item =>
            s with { Delivered = number + 1 },
        _ => null,
    };

    private static State Acknowledged(State s, int number) => number == s.Sending + 1 ? s with { Sending = number, IsDue = true } : s;

    private static State Received(State s, Packet packet) => packet.Number == s.Got.Count ? s with { Got = s.Got.Append(packet.Item) } : s;
}
