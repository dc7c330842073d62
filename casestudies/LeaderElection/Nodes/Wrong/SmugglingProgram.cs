using System.Net.Sockets;
using LeaderElection.Model;
using LeaderElection.Wire;

namespace LeaderElection.Nodes.Wrong;

/// <summary>
/// Behaves well on the monitored socket, and meanwhile makes its successor believe, through a socket of its own, that the successor's
/// identifier has come home.
/// </summary>
/// <param name="node">The node.</param>
internal sealed class SmugglingProgram(NodeContext node) : INodeProgram
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var own = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        var smuggling = SmuggleAsync(own, cancellation);
        await new SequentialProgram(node).RunAsync(cancellation);
        await smuggling;
    }

    private async Task SmuggleAsync(Socket own, CancellationToken cancellation)
    {
        var datagram = new byte[RingCodec.Length];
        RingCodec.Write(node.Ring.Next(node.Self), datagram);
        while (true)
        {
            await own.SendToAsync(datagram, SocketFlags.None, node.Successor.ToEndPoint(), cancellation);
            await Task.Delay(node.Resend, cancellation);
        }
    }
}
