using LeaderElection.Model;

namespace LeaderElection.Nodes.Wrong;

/// <summary>Sends an identifier of the ring, or the next larger one if it is alone, that it has not received.</summary>
/// <param name="node">The node.</param>
internal sealed class ForgingProgram(NodeContext node) : INodeProgram
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        node.Udp.Perform(new RingNode.Event.Setup());
        await node.Udp.SendAsync(new RingNode.Event.Send(node.Successor, node.Self), cancellation);
        var others = node.Ring.Nodes.Where(n => n != node.Self).DefaultIfEmpty(new Node(node.Self.Index + 1));
        await node.Udp.SendAsync(new RingNode.Event.Send(node.Successor, others.MaxBy(n => n.Index)), cancellation);
    }
}
