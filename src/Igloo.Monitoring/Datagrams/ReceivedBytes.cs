using System.Net;
using System.Net.Sockets;

namespace Igloo.Monitoring.Datagrams;

/// <summary>The bytes of an accepted datagram, for a caller that knows nothing of events.</summary>
internal sealed class ReceivedBytes
{
    public UdpReceiveResult Result { get; private set; }

    // The end point of the cache is everybody's, and a program may change its own.
    public void Set(ReadOnlySpan<byte> datagram, IPEndPoint from) => Result = new(datagram.ToArray(), new(from.Address, from.Port));
}
