namespace LeaderElection.Model;

/// <summary>The protocol elects at most one leader.</summary>
/// <param name="ring">The ring.</param>
public sealed class RingProtocolRefinesElection(IRing ring)
    : Refinement<RingProtocol.State, RingProtocol.Event, Election.State, Election.Event>(new RingProtocol(ring), new Election())
{
    /// <inheritdoc/>
    public override bool Related(RingProtocol.State c, Election.State a) => a.Leaders == c.Leaders;

    /// <inheritdoc/>
    public override Election.Event? Mediate(RingProtocol.Event e) =>
        e is RingProtocol.Event.Elect(var n) ? new Election.Event.Elect(n) : null;
}
