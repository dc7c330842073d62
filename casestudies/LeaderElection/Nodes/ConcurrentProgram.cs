using Igloo.Monitoring;
using LeaderElection.Model;

namespace LeaderElection.Nodes;

/// <summary>The concurrent program: one thread receives, another sends, and a lock owns the permissions of both.</summary>
/// <remarks>
/// Section 3.8 of the paper: receiving enables accepting, so the permission cannot be split between the threads. The invariant of the
/// lock is that the buffers, through <see cref="Abstraction"/>, are the state of the model.
/// </remarks>
public sealed class ConcurrentProgram : INodeProgram
{
    private readonly NodeContext node;
    private readonly MonitorLock<RingNode.State, RingNode.Event> permissions;

    // Owned by the lock.
    private Set<Node> received = Set<Node>.Empty;
    private Set<Node> sendable = Set<Node>.Empty;
    private Node largest;
    private bool isLeader;

    /// <summary>The program of a node.</summary>
    /// <param name="node">The node.</param>
    public ConcurrentProgram(NodeContext node)
    {
        ArgumentNullException.ThrowIfNull(node);
        this.node = node;
        largest = node.Self;
        permissions = node.Udp.Monitor.LockWith(Abstraction);
    }

    /// <inheritdoc/>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using (permissions.Enter())
        {
            node.Udp.Perform(new RingNode.Event.Setup());
            sendable = sendable.Add(node.Self);
        }

        // Whichever thread fails first ends the other one, and its exception is that of the program.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task[] threads = [Task.Run(() => SendAsync(ending.Token), cancellation), Task.Run(() => ReceiveAsync(ending.Token), cancellation)];
        var first = await Task.WhenAny(threads);
        await ending.CancelAsync();
        await Task.WhenAll(threads).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await first;
    }

    private RingNode.State Abstraction() => new(isLeader, received, sendable);

    private async Task SendAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await StartSending(cancellation);
            await Task.Delay(node.Resend, cancellation);
        }
    }

    private ValueTask StartSending(CancellationToken cancellation)
    {
        using (permissions.Enter())
        {
            return node.Udp.SendAsync(new RingNode.Event.Send(node.Successor, largest), cancellation);
        }
    }

    private async Task ReceiveAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await StartReceiving(cancellation);
        }
    }

    private ValueTask<RingNode.Event.Receive> StartReceiving(CancellationToken cancellation)
    {
        using (permissions.Enter())
        {
            return node.Udp.ReceiveAsync<RingNode.Event.Receive>(Take, cancellation);
        }
    }

    // Inside the lock.
    private void Take(RingNode.Event.Receive message)
    {
        received = received.Add(message.Id);
        if (message.Id == node.Self && !isLeader)
        {
            node.Udp.Perform(new RingNode.Event.Elect());
            isLeader = true;
            node.Elected();
        }
        else if (node.Ring.Less(largest, message.Id))
        {
            node.Udp.Perform(new RingNode.Event.Accept(message.Id));
            sendable = sendable.Add(message.Id);
            largest = message.Id;
        }
    }
}
