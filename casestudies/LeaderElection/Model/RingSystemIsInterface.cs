using Network = Igloo.Environments.UnreliableNetwork<LeaderElection.Model.Node, LeaderElection.Model.Node>;

namespace LeaderElection.Model;

/// <summary>The composition has exactly the traces of the monolithic interface model (Igloo paper, section 3.6).</summary>
/// <param name="ring">The ring.</param>
public sealed class RingSystemIsInterface(IRing ring)
    : Equality<RingSystem.State, RingSystem.Event, RingInterface.State, RingInterface.Event>(new RingSystem(ring), new RingInterface(ring))
{
    /// <inheritdoc/>
    public override bool Related(RingSystem.State l, RingInterface.State r) =>
        l.Environment.Channels == r.Channels
        && ring.Nodes.All(n =>
            l.Components[n].Inbox == r.Inbox[n]
            && l.Components[n].Outbox == r.Outbox[n]
            && l.Components[n].Leader == r.Leaders.Contains(n));

    /// <inheritdoc/>
    public override RingInterface.Event? Forth(RingSystem.Event e) => e switch
    {
        RingSystem.Event.Internal(var i, RingNode.Event.Setup) => new RingInterface.Event.Setup(i),
        RingSystem.Event.Internal(var i, RingNode.Event.Accept(var j)) => new RingInterface.Event.Accept(i, j),
        RingSystem.Event.Internal(var i, RingNode.Event.Elect) => new RingInterface.Event.Elect(i),
        RingSystem.Event.Environment(Network.Event.Deliver(var i, var j)) => new RingInterface.Event.Receive(i, j),
        RingSystem.Event.Environment(Network.Event.Transmit(var i, var a, var j)) => new RingInterface.Event.Send(i, a, j),
        _ => null,
    };

    /// <inheritdoc/>
    public override RingSystem.Event? Back(RingInterface.Event e) => e switch
    {
        RingInterface.Event.Setup(var i) => new RingSystem.Event.Internal(i, new RingNode.Event.Setup()),
        RingInterface.Event.Accept(var i, var j) => new RingSystem.Event.Internal(i, new RingNode.Event.Accept(j)),
        RingInterface.Event.Elect(var i) => new RingSystem.Event.Internal(i, new RingNode.Event.Elect()),
        RingInterface.Event.Receive(var i, var j) => new RingSystem.Event.Environment(new Network.Event.Deliver(i, j)),
        RingInterface.Event.Send(var i, var a, var j) => new RingSystem.Event.Environment(new Network.Event.Transmit(i, a, j)),
        _ => null,
    };
}
