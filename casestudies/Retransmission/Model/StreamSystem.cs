using Around = Igloo.Environments.Interleaving<
    Igloo.Environments.UnreliableNetwork<Retransmission.Model.Node, Retransmission.Model.Packet>.State,
    Igloo.Environments.UnreliableNetwork<Retransmission.Model.Node, Retransmission.Model.Packet>.Event,
    Igloo.Environments.Timers<Retransmission.Model.Node, int>.State,
    Igloo.Environments.Timers<Retransmission.Model.Node, int>.Event>;
using Clocks = Igloo.Environments.Timers<Retransmission.Model.Node, int>;
using Network = Igloo.Environments.UnreliableNetwork<Retransmission.Model.Node, Retransmission.Model.Packet>;

namespace Retransmission.Model;

/// <summary>The nodes in parallel with an unreliable network and timers.</summary>
/// <param name="streams">Who sends what to whom.</param>
public sealed class StreamSystem(IStreams streams)
    : Composition<Around.State, Around.Event, Node, Peer.State, Peer.Event>(new Surroundings(streams))
{
    /// <inheritdoc/>
    public override Domain<Node> Indices => streams.Nodes;

    /// <inheritdoc/>
    public override Peer Component(Node index) =>
        new(index, streams.AddressOf(streams.Next(index)), streams.AddressOf(streams.Previous(index)), streams);

    /// <inheritdoc/>
    public override Step? Partner(Around.Event e) => e switch
    {
        Around.Event.OfFirst(Network.Event.Transmit(var from, var to, var packet)) => new Step(from, new Peer.Event.Send(to, packet)),
        Around.Event.OfFirst(Network.Event.Deliver(var at, var packet)) => new Step(at, new Peer.Event.Receive(packet)),
        Around.Event.OfSecond(Clocks.Event.Start(var by, var number)) => new Step(by, new Peer.Event.Start(number)),
        Around.Event.OfSecond(Clocks.Event.Cancel(var by, var number)) => new Step(by, new Peer.Event.Cancel(number)),
        Around.Event.OfSecond(Clocks.Event.Expire(var at, var number)) => new Step(at, new Peer.Event.Expire(number)),
        _ => null,
    };

    /// <summary>What a node has received are the items of the one before it.</summary>
    [Invariant]
    public bool ReceivedWasSent(State s, Node n, int i) =>
        i < 0 || i >= s.Components[n].Got.Count || s.Components[n].Got[i] == streams.ItemOf(streams.Previous(n), i);

    /// <summary>Items on the way are those of the sender, and none is ahead of what it sends.</summary>
    [Invariant]
    public bool ItemsOnTheWay(State s, Node n, Packet packet) =>
        packet.IsAck || !s.Environment.First.Channels[streams.AddressOf(n)].Contains(packet)
        || (packet.Item == streams.ItemOf(streams.Previous(n), packet.Number) && packet.Number <= s.Components[streams.Previous(n)].Sending);

    /// <summary>What is acknowledged has been received.</summary>
    [Invariant]
    public bool AcknowledgedWasReceived(State s, Node n, Packet packet) =>
        !packet.IsAck || !s.Environment.First.Channels[streams.AddressOf(n)].Contains(packet)
        || packet.Number <= s.Components[streams.Next(n)].Got.Count;

    /// <summary>The sender goes on only when its item has arrived.</summary>
    [Invariant]
    public bool SenderIsNotAhead(State s, Node n) => s.Components[n].Sending >= 0 && s.Components[n].Sending <= s.Components[streams.Next(n)].Got.Count;

    /// <summary>The program gets only what the node has received.</summary>
    [Invariant]
    public bool DeliveredWasReceived(State s, Node n) => s.Components[n].Delivered >= 0 && s.Components[n].Delivered <= s.Components[n].Got.Count;

    /// <summary>An item is sent again only after its timer has expired.</summary>
    [TraceProperty]
    public bool RepeatsAfterTimer(Past<Event> before, Event.Environment now) =>
        now.Own is not Around.Event.OfFirst(Network.Event.Transmit(var from, var to, var packet))
        || packet.IsAck
        || !before.Contains(now)
        || before.Contains(new Event.Environment(new Around.Event.OfSecond(new Clocks.Event.Expire(from, packet.Number))));

    /// <summary>An item that was sent and is being sent is due again only by its timer.</summary>
    [Invariant]
    public bool DueAgainByTimer(State s, Past<Event> past, Node n, Address to, Packet packet) =>
        packet.IsAck || !past.Contains(new Event.Environment(new Around.Event.OfFirst(new Network.Event.Transmit(n, to, packet))))
        || packet.Number < s.Components[n].Sending
        || (packet.Number == s.Components[n].Sending
            && (!s.Components[n].IsDue || past.Contains(new Event.Environment(new Around.Event.OfSecond(new Clocks.Event.Expire(n, packet.Number))))));
}
