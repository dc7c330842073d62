using LeaderElection.Model;

namespace LeaderElection.Nodes.Wrong;

/// <summary>Leaves its successor out and sends to the one after it.</summary>
/// <param name="node">The node.</param>
internal sealed class MisdirectingProgram(NodeContext node) : INodeProgram
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        node.Udp.Perform(new RingNode.Event.Setup());
        var tooFar = node.Ring.AddressOf(node.Ring.Next(node.Ring.Next(node.Self)));
        await node.Udp.SendAsync(new RingNode.Event.Send(tooFar, node.Self), cancellation);
    }
}
