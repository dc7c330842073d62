using Igloo.Environments;
using LeaderElection.Model;

namespace Igloo.Liveness.Tests.Models;

/// <summary>The composition of the case study, with the claim that somebody is elected; its nodes are eager or not.</summary>
public sealed class ElectingRing(IRing ring, bool isEager)
    : Composition<UnreliableNetwork<Node, Node>.State, UnreliableNetwork<Node, Node>.Event, Node, RingNode.State, RingNode.Event>(
        new UnreliableNetwork<Node, Node>(ring))
{
    public override Domain<Node> Indices => ring.Nodes;

    public override Component<RingNode.State, RingNode.Event> Component(Node index) => isEager
        ? new EagerNode(index, ring.AddressOf(ring.Next(index)), ring)
        : new RingNode(index, ring.AddressOf(ring.Next(index)), ring);

    public override Step? Partner(UnreliableNetwork<Node, Node>.Event e) => e switch
    {
        UnreliableNetwork<Node, Node>.Event.Deliver(var at, var id) => new Step(at, new RingNode.Event.Receive(id)),
        UnreliableNetwork<Node, Node>.Event.Transmit(var from, var to, var id) => new Step(from, new RingNode.Event.Send(to, id)),
        _ => null,
    };

    /// <summary>Somebody is elected in the end.</summary>
    [Eventually]
    public bool LeaderIsElected(State s) => ring.Nodes.Exists(n => s.Components[n].Leader);
}
