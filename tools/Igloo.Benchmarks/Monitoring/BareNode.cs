using System.Net;
using System.Net.Sockets;
using LeaderElection.Model;

namespace Igloo.Benchmarks.Monitoring;

/// <summary>What a program without a monitor does: encodes, sends, receives and decodes, without garbage.</summary>
internal sealed class BareNode(Socket socket)
{
    private readonly NodeCodec codec = new((IPEndPoint)socket.LocalEndPoint!);
    private readonly IPEndPoint peer = (IPEndPoint)socket.LocalEndPoint!;
    private readonly SocketAddress to = socket.LocalEndPoint!.Serialize();
    private readonly SocketAddress from = new(AddressFamily.InterNetwork);
    private readonly byte[] sent = new byte[4];
    private readonly byte[] received = new byte[5];

    public async ValueTask RoundTrip(RingNode.Event.Send send)
    {
        var datagram = codec.Encode(send, sent);
        socket.SendTo(sent.AsSpan(0, datagram.Length), SocketFlags.None, to);
        var length = await socket.ReceiveFromAsync(received, SocketFlags.None, from);
        if (!codec.TryDecode(received.AsSpan(0, length), peer, out _)) throw new InvalidDataException("The datagram is no message.");
    }
}
