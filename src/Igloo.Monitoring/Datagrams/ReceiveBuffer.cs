using System.Net;
using System.Net.Sockets;

namespace Igloo.Monitoring.Datagrams;

/// <summary>Where one receive puts a datagram; one byte longer than the longest message, so that a longer one shows.</summary>
internal sealed class ReceiveBuffer(int maximumLength, AddressFamily family)
{
    public byte[] Bytes { get; } = new byte[maximumLength + 1];

    public SocketAddress From { get; } = new(family);
}
