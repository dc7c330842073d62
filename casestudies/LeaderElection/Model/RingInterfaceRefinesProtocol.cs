namespace LeaderElection.Model;

/// <summary>Sending is what the protocol sees of setup and accept (Igloo paper, example 3.3).</summary>
/// <param name="ring">The ring.</param>
public sealed class RingInterfaceRefinesProtocol(IRing ring)
    : Refinement<RingInterface.State, RingInterface.Event, RingProtocol.State, RingProtocol.Event>(new RingInterface(ring), new RingProtocol(ring))
{
    /// <inheritdoc/>
    public override bool Related(RingInterface.State c, RingProtocol.State a) =>
        a.Leaders == c.Leaders && ring.Nodes.All(n => a.Inbox[n] == c.Channels[ring.AddressOf(n)]);

    /// <inheritdoc/>
    public override RingProtocol.Event? Mediate(RingInterface.Event e) => e switch
    {
        RingInterface.Event.Send(var i, _, var j) => i == j ? new RingProtocol.Event.Setup(i) : new RingProtocol.Event.Accept(i, j),
        RingInterface.Event.Elect(var i) => new RingProtocol.Event.Elect(i),
        _ => null,
    };
}
