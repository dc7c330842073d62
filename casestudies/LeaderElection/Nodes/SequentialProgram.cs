using LeaderElection.Model;

namespace LeaderElection.Nodes;

/// <summary>The sequential program: setup, then send the largest identifier, try to receive, accept or elect, and again.</summary>
/// <param name="node">The node.</param>
/// <remarks>
/// Listing 1 of the paper, with two differences: it sends again only when there is something new or nothing came for a while, or else
/// every duplicate would breed another datagram; and it does not end when elected, so that the ring stays closed.
/// </remarks>
public sealed class SequentialProgram(NodeContext node) : INodeProgram
{
    private readonly TimeProvider clock = TimeProvider.System;

    // Only the largest identifier seen so far: smaller ones can never be the leader's. It is always in the model's Outbox.
    private Node largest = node.Self;
    private bool isLeader;

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellation)
    {
        node.Udp.Perform(new RingNode.Event.Setup());
        while (!cancellation.IsCancellationRequested)
        {
            await node.Udp.SendAsync(new RingNode.Event.Send(node.Successor, largest), cancellation);
            await ReceiveUntilResendAsync(cancellation);
        }
    }

    private async Task ReceiveUntilResendAsync(CancellationToken cancellation)
    {
        var sent = largest;
        var start = clock.GetTimestamp();
        while (largest == sent && node.Resend - clock.GetElapsedTime(start) is var left && left > TimeSpan.Zero)
        {
            if (await node.Udp.TryReceiveAsync<RingNode.Event.Receive>(left, cancellation) is { Id: var id }) Take(id);
        }
    }

    private void Take(Node id)
    {
        if (id == node.Self && !isLeader)
        {
            node.Udp.Perform(new RingNode.Event.Elect());
            isLeader = true;
            node.Elected();
        }
        else if (node.Ring.Less(largest, id))
        {
            node.Udp.Perform(new RingNode.Event.Accept(id));
            largest = id;
        }
    }
}
