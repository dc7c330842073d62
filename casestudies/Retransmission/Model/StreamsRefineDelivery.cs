namespace Retransmission.Model;

/// <summary>What a program gets is delivered.</summary>
/// <param name="streams">Who sends what to whom.</param>
public sealed class StreamsRefineDelivery(IStreams streams)
    : Refinement<StreamSystem.State, StreamSystem.Event, Delivery.State, Delivery.Event>(new StreamSystem(streams), new Delivery(streams))
{
    /// <inheritdoc/>
    public override bool Related(StreamSystem.State c, Delivery.State a) => streams.Nodes.All(n => a.Delivered[n] == c.Components[n].Delivered);

    /// <inheritdoc/>
    public override Delivery.Event? Mediate(StreamSystem.Event e) =>
        e is StreamSystem.Event.Internal(var at, Peer.Event.Deliver(var number, var item)) ? new Delivery.Event.Deliver(at, number, item) : null;
}
