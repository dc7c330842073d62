using System.Net;
using System.Net.Sockets;

namespace Igloo.Monitoring.Datagrams;

/// <summary>Where one receive puts a datagram; at least one byte longer than the longest message, so that a longer one shows.</summary>
internal sealed class ReceiveBuffer
{
    // Kept, since the address would ask the operating system's library.
    private readonly AddressFamily family;

    public ReceiveBuffer(int maximumLength, AddressFamily family)
    {
        this.family = family;
        Bytes = new byte[maximumLength + 1];
        From = new(family);
    }

    public byte[] Bytes { get; }

    public SocketAddress From { get; }

    /// <summary>Whether it is long enough, and for addresses of this kind.</summary>
    public bool Suits(int maximumLength, AddressFamily addresses) => Bytes.Length > maximumLength && family == addresses;
}
