namespace Retirement;

/// <summary>Who forgets does less: every trace of the retiring forwarder is one of the forwarder, the same I/O with the same values.</summary>
/// <param name="next">To whom.</param>
public sealed class RetiringRefinesForwarder(Address next)
    : Refinement<RetiringForwarder.State, RetiringForwarder.Event, Forwarder.State, Forwarder.Event>(new RetiringForwarder(next), new Forwarder(next))
{
    /// <inheritdoc/>
    public override bool Related(RetiringForwarder.State c, Forwarder.State a) => c.Kept.IsSubsetOf(a.Received);

    /// <summary>I/O events are mapped to themselves, retirement to nothing.</summary>
    /// <param name="e">An event.</param>
    public override Forwarder.Event? Mediate(RetiringForwarder.Event e) => e switch
    {
        RetiringForwarder.Event.Receive(var item) => new Forwarder.Event.Receive(item),
        RetiringForwarder.Event.Send(var to, var item) => new Forwarder.Event.Send(to, item),
        _ => null,
    };
}
