namespace LeaderElection.Model;

/// <summary>The nodes in parallel with an unreliable, duplicating, reordering network.</summary>
/// <param name="ring">The ring.</param>
public sealed class RingSystem(IRing ring)
    : Composition<UnreliableNetwork<Node, Node>.State, UnreliableNetwork<Node, Node>.Event, Node, RingNode.State, RingNode.Event>(
        new UnreliableNetwork<Node, Node>(ring))
{
    /// <inheritdoc/>
    public override Domain<Node> Indices => ring.Nodes;

    /// <inheritdoc/>
    public override RingNode Component(Node index) => new(index, ring.AddressOf(ring.Next(index)), ring);

    /// <inheritdoc/>
    public override Step? Partner(UnreliableNetwork<Node, Node>.Event e) => e switch
    {
        UnreliableNetwork<Node, Node>.Event.Deliver(var at, var id) => new Step(at, new RingNode.Event.Receive(id)),
        UnreliableNetwork<Node, Node>.Event.Transmit(var from, var to, var id) => new Step(from, new RingNode.Event.Send(to, id)),
        _ => null,
    };
}
