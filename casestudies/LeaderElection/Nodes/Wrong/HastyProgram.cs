using LeaderElection.Model;

namespace LeaderElection.Nodes.Wrong;

/// <summary>Sends its identifier once and declares itself the leader without waiting for it to come home.</summary>
/// <param name="node">The node.</param>
internal sealed class HastyProgram(NodeContext node) : INodeProgram
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        node.Udp.Perform(new RingNode.Event.Setup());
        await node.Udp.SendAsync(new RingNode.Event.Send(node.Successor, node.Self), cancellation);
        node.Udp.Perform(new RingNode.Event.Elect());
        node.Elected();
    }
}
