using System.Net.Sockets;
using Redis.Monitored;

namespace Redis.Wrong;

/// <summary>Takes a reply for that of the newest command.</summary>
/// <param name="client">The socket, connected.</param>
public sealed class HastyConnection(TcpClient client) : RespConnection(client)
{
    /// <inheritdoc/>
    protected override LinkedListNode<TaskCompletionSource<string>> Answered(LinkedList<TaskCompletionSource<string>> waiting)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        return waiting.Last!;
    }
}
